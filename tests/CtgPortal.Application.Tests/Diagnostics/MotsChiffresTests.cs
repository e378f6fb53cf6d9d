using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Diagnostics.NatureIndicateur;

namespace CtgPortal.Application.Tests.Diagnostics;

public sealed class MotsChiffresTests
{
    [Theory]
    [InlineData(Part, 43.2, 55.2, TypeTerritoire.Departement, "12 points au-dessous du département")]
    [InlineData(Part, 20.5, 19, TypeTerritoire.Region, "1,5 point au-dessus de la région")]
    [InlineData(Part, 20.2, 20, TypeTerritoire.France, "comme la France")]
    [InlineData(Montant, 21600, 20000, TypeTerritoire.France, "8 % de plus que la France")]
    [InlineData(Ratio, 9, 10, TypeTerritoire.Departement, "10 % de moins que le département")]
    [InlineData(Ratio, 100, 101, TypeTerritoire.Region, "proche de la région")]
    [InlineData(Effectif, 690, 17900, TypeTerritoire.Departement, "3,9 % du département")]
    [InlineData(Effectif, 1, 2000000, TypeTerritoire.France, null)]
    [InlineData(Ratio, 9, 0, TypeTerritoire.Departement, null)]
    public void Une_comparaison_se_dit_en_mots(NatureIndicateur nature, double valeur, double autre, TypeTerritoire type, string? phrase) =>
        Assert.Equal(phrase, MotsChiffres.Comparer(nature, (decimal)valeur, (decimal)autre, type)?.Replace('\u00A0', ' '));

    [Theory]
    [InlineData(Part, 10, 13.5, "+3,5 points depuis 2018")]
    [InlineData(Part, 13.5, 10, "−3,5 points depuis 2018")]
    [InlineData(Effectif, 250, 220, "−12 % depuis 2018")]
    [InlineData(Effectif, 250, 250, "stable depuis 2018")]
    [InlineData(Effectif, 0, 5, null)]
    public void Une_evolution_se_dit_en_mots(NatureIndicateur nature, double avant, double apres, string? phrase) =>
        Assert.Equal(phrase, MotsChiffres.Evoluer(nature, (decimal)avant, (decimal)apres, 2018)?.Replace('\u00A0', ' '));

    [Fact]
    public void Ce_qui_n_a_pas_de_nombre_a_un_mot()
    {
        Assert.Equal("secret", MotsChiffres.De(EtatValeur.Secret, null, "%"));
        Assert.Equal("non disponible", MotsChiffres.De(EtatValeur.NonDisponible, null, "%"));
        Assert.Equal("1\u202F240\u00A0places", MotsChiffres.De(EtatValeur.Publiee, 1240, "places"));
        Assert.Equal("arrondi à\u00A05", MotsChiffres.Arrondi(5));
    }
}
