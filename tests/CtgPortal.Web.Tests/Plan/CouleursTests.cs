using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Plan;

public sealed partial class CouleursTests(PostgresServer serveur)
{
    public static TheoryData<CouleurAxe> Toutes => [.. Enum.GetValues<CouleurAxe>()];

    [Theory, MemberData(nameof(Toutes))]
    public void Le_blanc_se_lit_sur_chaque_couleur(CouleurAxe couleur) =>
        Assert.True(Contraste(Couleurs.Hex(couleur)) >= 4.5, $"{couleur}: {Contraste(Couleurs.Hex(couleur)):0.00}");

    [Fact]
    public void Deux_axes_n_ont_pas_la_meme_couleur() =>
        Assert.Equal(Enum.GetValues<CouleurAxe>().Length, Enum.GetValues<CouleurAxe>().Select(Couleurs.Hex).Distinct().Count());

    [Fact]
    public async Task La_feuille_de_style_a_les_couleurs_des_documents()
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur);
        using var navigateur = portail.Anonyme();
        var css = await navigateur.GetStringAsync(new Uri("/css/plan.css", UriKind.Relative), TestContext.Current.CancellationToken);

        var lues = Regle().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        Assert.Equal(Enum.GetValues<CouleurAxe>().ToDictionary(Couleurs.Classe, Couleurs.Hex), lues);
    }

    [Fact]
    public async Task Chaque_icone_d_axe_a_son_dessin()
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur);
        var icones = new Icones(portail.Services.GetRequiredService<IWebHostEnvironment>());

        Assert.All(IconesAxe.Toutes.Keys, nom => Assert.NotEmpty(icones.Dessin(nom)));
    }

    [GeneratedRegex(@"\.(couleur-\w+) \{ --axe: (#[0-9a-f]{6}); \}")]
    private static partial Regex Regle();

    /// <summary>WCAG contrast with white.</summary>
    private static double Contraste(string hex)
    {
        var canaux = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return 1.05 / ((0.2126 * canaux[0]) + (0.7152 * canaux[1]) + (0.0722 * canaux[2]) + 0.05);
    }
}
