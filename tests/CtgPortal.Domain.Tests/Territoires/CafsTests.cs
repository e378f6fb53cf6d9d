using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Tests.Territoires;

public class CafsTests
{
    [Fact]
    public void Il_y_a_101_caf_et_la_cssm()
    {
        Assert.Equal(102, Cafs.Toutes.Count);
        Assert.Equal(102, Cafs.Toutes.Select(c => c.Code).Distinct().Count());
        Assert.Equal(101, Cafs.Toutes.Count(c => c.Nom.StartsWith("Caf ", StringComparison.Ordinal)));
        Assert.Equal(101, Cafs.Toutes.Select(c => c.DepartementCode).Distinct().Count());
        Assert.Equal(2, Cafs.Toutes.Count(c => c.DepartementCode == "64"));
    }

    [Fact]
    public void Aucune_n_a_de_code_ni_de_nom_trop_long() =>
        Assert.All(Cafs.Toutes, c => Assert.True(c.Code.Length <= Caf.CodeLongueurMax && c.Nom.Length <= Caf.NomLongueurMax));

    [Theory]
    [InlineData("02", "Caf de l’Aisne")]
    [InlineData("22", "Caf des Côtes-d’Armor")]
    [InlineData("28", "Caf d’Eure-et-Loir")]
    [InlineData("2A", "Caf de la Corse-du-Sud")]
    [InlineData("2B", "Caf de la Haute-Corse")]
    [InlineData("32", "Caf du Gers")]
    [InlineData("41", "Caf de Loir-et-Cher")]
    [InlineData("46", "Caf du Lot")]
    [InlineData("49", "Caf de Maine-et-Loire")]
    [InlineData("63", "Caf du Puy-de-Dôme")]
    [InlineData("69", "Caf du Rhône")]
    [InlineData("75", "Caf de Paris")]
    [InlineData("84", "Caf de Vaucluse")]
    [InlineData("90", "Caf du Territoire de Belfort")]
    [InlineData("95", "Caf du Val-d’Oise")]
    [InlineData("974", "Caf de La Réunion")]
    [InlineData("976", "Caisse de sécurité sociale de Mayotte (CSSM)")]
    [InlineData("64-PAU", "Caf Béarn et Soule")]
    [InlineData("64-BAYONNE", "Caf Pays basque et Seignanx")]
    public void Chacune_porte_son_nom_en_bon_francais(string code, string nom) =>
        Assert.Equal(nom, Assert.Single(Cafs.Toutes, c => c.Code == code).Nom);

    [Theory]
    [InlineData("02", null, null, "02")]
    [InlineData("69", "691", null, "69")]
    [InlineData("64", "641", "200067106", "64-BAYONNE")]
    [InlineData("64", "642", "200067106", "64-PAU")] // the Soule, in the same EPCI
    [InlineData("64", "643", null, "64-PAU")]
    [InlineData("40", "401", "244000659", "64-BAYONNE")] // the Seignanx, in the Landes
    [InlineData("40", "401", "244000675", "40")]
    [InlineData("976", null, null, "976")]
    [InlineData("978", null, null, "971")] // Saint-Martin is served from Guadeloupe
    [InlineData("988", null, null, null)]
    public void Une_commune_depend_de_la_caf_de_son_territoire(string departement, string? arrondissement, string? epci, string? caf) =>
        Assert.Equal(caf, Cafs.CodePour(departement, arrondissement, epci));
}
