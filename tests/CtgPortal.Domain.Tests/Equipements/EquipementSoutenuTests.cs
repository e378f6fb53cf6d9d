using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Equipements;

public class EquipementSoutenuTests
{
    private static readonly DescriptionEquipement Creche = new(
        TypeEquipement.Creche, null, " Multi-accueil ", "Hirson", "02381", "Hirson", ["Hirson", "hirson", " "], new(25, UniteCapacite.Places),
        [ModeSoutien.Regie, ModeSoutien.Subvention, ModeSoutien.Regie], true, [new(2027, 10), new(2026, 20.50m)], false, 2012, null);

    public static TheoryData<StatutConvention> Figees =>
        [StatutConvention.EnSignature, StatutConvention.Terminee, StatutConvention.Abandonnee, StatutConvention.Resiliee];

    [Fact]
    public void S_inscrit_avec_son_code_et_un_texte_propre()
    {
        var equipement = Inscrire(Creche);

        var d = equipement.Description;
        Assert.Equal(("EQ-001", "Multi-accueil", 1), (equipement.Code, d.Nom, d.Soutiens.Count));
        Assert.Equal([ModeSoutien.Subvention, ModeSoutien.Regie], d.Modes);
        Assert.Equal([2026, 2027], d.Montants.Select(m => m.Annee));
        Assert.Equal("Multi-accueil", Assert.IsType<EquipementAjoute>(Assert.Single(equipement.Events)).Nom);
    }

    [Theory]
    [MemberData(nameof(Figees))]
    public void Ne_bouge_plus_quand_la_convention_se_signe_ou_finit(StatutConvention etape)
    {
        var equipement = Inscrire(Creche);

        foreach (var geste in new Action[]
        {
            () => EquipementSoutenu.Inscrire(ConventionId.New(), "EQ-002", Creche, etape, UneConvention.Maintenant),
            () => equipement.Modifier(Creche with { Nom = "Autre" }, etape, UneConvention.Maintenant),
            () => equipement.Retirer(etape, UneConvention.Maintenant),
        })
        {
            Assert.Equal("annexe-figee", Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code);
        }

        Assert.Equal("Multi-accueil", equipement.Description.Nom);
    }

    [Fact]
    public void Une_modification_ne_note_que_ce_qui_change_et_rien_quand_rien_ne_change()
    {
        var equipement = Inscrire(Creche);
        equipement.Modifier(Creche, StatutConvention.EnSuivi, UneConvention.Maintenant);
        Assert.Single(equipement.Events);

        equipement.Modifier(Creche with { Capacite = new(30, UniteCapacite.Places), BonusTerritoire = null }, StatutConvention.EnSuivi, UneConvention.Maintenant);

        Assert.Equal(
            [new("capacite", "25 Places", "30 Places"), new("bonus-territoire", "True", null)],
            Assert.IsType<EquipementModifie>(equipement.Events[^1]).Changements);
    }

    [Theory]
    [InlineData("capacite-invalide")]
    [InlineData("annee-invalide")]
    [InlineData("montant-invalide")]
    [InlineData("montant-double")]
    [InlineData("nom-absent")]
    public void Une_description_impossible_est_refusee(string code)
    {
        var description = code switch
        {
            "capacite-invalide" => Creche with { Capacite = new(-1, UniteCapacite.Places) },
            "annee-invalide" => Creche with { AnneeOuverture = 1492 },
            "montant-invalide" => Creche with { Montants = [new(2026, -1)] },
            "montant-double" => Creche with { Montants = [new(2026, 1), new(2026, 2)] },
            _ => Creche with { Nom = " " },
        };

        Assert.Contains(code, Assert.Throws<BusinessRuleException>(() => Inscrire(description)).Obstacles.Select(o => o.Code));
    }

    [Fact]
    public void Les_codes_se_suivent_sans_revenir_sur_ceux_qui_existent()
    {
        Assert.Equal("EQ-001", EquipementSoutenu.CodeSuivant([]));
        Assert.Equal("EQ-1000", EquipementSoutenu.CodeSuivant(["EQ-002", "eq-999", "A12", "EQ-x"]));
    }

    [Fact]
    public void Une_confirmation_garde_qui_quand_et_pourquoi_et_se_retire()
    {
        var schema = SchemaPetiteEnfance.Commencer(ConventionId.New());
        Assert.Equal("motif-absent", Assert.Throws<BusinessRuleException>(
            () => schema.Confirmer("02381", ExigenceSchema.Qualite, " ", "Lou", UneConvention.Maintenant)).Obstacles[0].Code);

        schema.Confirmer("02381", ExigenceSchema.Qualite, "Charte signée.", "Lou", UneConvention.Maintenant);
        schema.Confirmer("02381", ExigenceSchema.Qualite, "Charte de 2026.", "Max", UneConvention.Maintenant);

        Assert.Equal(new("02381", ExigenceSchema.Qualite, "Charte de 2026.", "Max", UneConvention.Maintenant), Assert.Single(schema.Confirmations));
        schema.RetirerConfirmation("02381", ExigenceSchema.Qualite, UneConvention.Maintenant);
        Assert.Empty(schema.Confirmations);
        Assert.Equal("confirmation-inconnue", Assert.Throws<BusinessRuleException>(
            () => schema.RetirerConfirmation("02381", ExigenceSchema.Qualite, UneConvention.Maintenant)).Obstacles[0].Code);
        Assert.Equal(3, schema.Events.Count);
    }

    private static EquipementSoutenu Inscrire(DescriptionEquipement description) =>
        EquipementSoutenu.Inscrire(ConventionId.New(), " eq-001 ", description, StatutConvention.EnRedaction, UneConvention.Maintenant);
}
