using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Tests.Equipements;

public sealed class MotsReconnusTests
{
    [Theory]
    [InlineData("Micro-crèche", TypeEquipement.MicroCreche)]
    [InlineData("EAJE", TypeEquipement.Creche)]
    [InlineData("multi-accueil", TypeEquipement.Creche)]
    [InlineData("R.A.M.", null)]
    [InlineData("RAM", TypeEquipement.RelaisPetiteEnfance)]
    [InlineData("Programme", null)]
    [InlineData("ALSH périscolaire", TypeEquipement.AccueilPeriscolaire)]
    [InlineData("ALSH", TypeEquipement.AccueilExtrascolaire)]
    [InlineData("CENTRE SOCIAL", TypeEquipement.CentreSocial)]
    [InlineData("E.V.S", null)]
    public void Un_type_se_reconnait_a_ses_mots(string texte, TypeEquipement? type) => Assert.Equal(type, MotsReconnus.Type(texte));

    [Theory]
    [InlineData("25", "", 25, UniteCapacite.Places)]
    [InlineData("1 200 h", "", 1200, UniteCapacite.Heures)]
    [InlineData("1,5", "ETP", 1.5, UniteCapacite.Etp)]
    [InlineData("300", "heures d’ouverture par an", 300, UniteCapacite.HeuresOuverture)]
    public void Une_capacite_se_lit_avec_son_unite(string texte, string unite, double quantite, UniteCapacite attendue) =>
        Assert.Equal(new Capacite((decimal)quantite, attendue), MotsReconnus.Capacite(texte, unite));

    [Theory]
    [InlineData("20 à 25 places")]
    [InlineData("beaucoup")]
    [InlineData("12 lits")]
    public void Une_capacite_douteuse_n_est_pas_devinee(string texte) => Assert.Null(MotsReconnus.Capacite(texte, ""));
}
