using CtgPortal.Domain.Deliberations;

namespace CtgPortal.Domain.Tests.Deliberations;

public sealed class IdentifiantActesTests
{
    private static readonly ReferenceActe Acte = new("DELIB370A", new(2025, 9, 24));

    [Fact]
    public void L_identifiant_d_un_acte_reel_concorde() =>
        Assert.Empty(IdentifiantActes.Ecarts("059-200043404-20250924-DELIB370A-DE", Acte, "59", "200043404"));

    [Theory]
    [InlineData("059-200043404-20250924-DELIB-370A-DE")]
    [InlineData("059-200043404-20250924-DELIB_370A-DE")]
    public void Les_signes_du_numero_ne_comptent_pas(string identifiant) => Assert.Empty(IdentifiantActes.Ecarts(identifiant, Acte, "59", null));

    [Theory]
    [InlineData("2A", "02A-200043404-20250924-DELIB370A-DE")]
    [InlineData("974", "974-200043404-20250924-DELIB370A-DE")]
    public void Les_departements_de_trois_signes_se_lisent_aussi(string departement, string identifiant) =>
        Assert.Empty(IdentifiantActes.Ecarts(identifiant, Acte, departement, null));

    [Theory]
    [InlineData("", "ne se lit pas")]
    [InlineData("DELIB370A", "ne se lit pas")]
    [InlineData("060-200043404-20250924-DELIB370A-DE", "le département de la convention est le 59")]
    [InlineData("059-200043405-20250924-DELIB370A-DE", "n’est pas un numéro SIREN")]
    [InlineData("059-20004340A-20250924-DELIB370A-DE", "n’est pas un numéro SIREN")]
    [InlineData("059-732829320-20250924-DELIB370A-DE", "n’est pas celui de la partie (200043404)")]
    [InlineData("059-200043404-20251324-DELIB370A-DE", "n’est pas une date")]
    [InlineData("059-200043404-20250925-DELIB370A-DE", "(25/09/2025) n’est pas celle de l’acte (24/09/2025)")]
    [InlineData("059-200043404-20250924-DELIB371-DE", "vérifiez seulement qu’il s’agit du même acte")]
    [InlineData("059-200043404-20250924-DELIB370A-XX", "La nature « XX » est inconnue")]
    public void Chaque_ecart_se_dit_en_une_phrase(string identifiant, string phrase) =>
        Assert.Contains(phrase, Assert.Single(IdentifiantActes.Ecarts(identifiant, Acte, "59", "200043404")), StringComparison.Ordinal);
}
