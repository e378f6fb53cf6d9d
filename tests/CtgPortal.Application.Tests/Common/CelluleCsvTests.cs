using CtgPortal.Application.Common;

namespace CtgPortal.Application.Tests.Common;

public sealed class CelluleCsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Crèche « Les Lutins »", "Crèche « Les Lutins »")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("dit \"oui\"", "\"dit \"\"oui\"\"\"")]
    [InlineData("deux\nlignes", "\"deux\nlignes\"")]
    public void Une_cellule_se_relit_telle_quelle(string? cellule, string attendu) => Assert.Equal(attendu, CelluleCsv.Ecrire(cellule));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-A1", "'-A1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-", "'-")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    public void Ce_qu_un_tableur_prendrait_pour_une_formule_devient_un_texte(string cellule, string attendu) =>
        Assert.Equal(attendu, CelluleCsv.Ecrire(cellule));

    [Theory]
    [InlineData("-2,5")]
    [InlineData("+5")]
    [InlineData("-12")]
    public void Un_nombre_signe_reste_un_nombre(string cellule) => Assert.Equal(cellule, CelluleCsv.Ecrire(cellule));
}
