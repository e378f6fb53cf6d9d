using CtgPortal.Infrastructure.Common;

namespace CtgPortal.Application.Tests.Common;

public sealed class PaquetsNpmTests
{
    [Fact]
    public void Un_paquet_installe_se_trouve_depuis_les_binaires() =>
        Assert.True(File.Exists(Path.Combine(PaquetsNpm.Dossier("@etalab/decoupage-administratif", racine: null), "data", "epci.json")));

    [Fact]
    public void Le_parametre_designe_un_autre_dossier()
    {
        var racine = Directory.CreateTempSubdirectory("ctgportal-npm-");
        var attendu = racine.CreateSubdirectory("node_modules/@essai/paquet").FullName;
        File.WriteAllText(Path.Combine(attendu, "package.json"), "{}");

        Assert.Equal(attendu, PaquetsNpm.Dossier("@essai/paquet", racine.FullName));
        Assert.Equal(attendu, PaquetsNpm.Dossier("@essai/paquet", Path.Combine(racine.FullName, "node_modules")));
        racine.Delete(recursive: true);
    }

    [Fact]
    public void Un_paquet_absent_est_nomme_avec_le_remede()
    {
        var refus = Assert.Throws<PaquetNpmAbsentException>(() => PaquetsNpm.Dossier("@essai/absent", racine: null));

        Assert.Contains("@essai/absent", refus.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", refus.Message, StringComparison.Ordinal);
    }
}
