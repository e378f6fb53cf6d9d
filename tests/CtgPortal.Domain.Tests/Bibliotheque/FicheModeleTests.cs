using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Tests.Bibliotheque;

public sealed class FicheModeleTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Un_modele_ne_garde_rien_d_un_territoire()
    {
        var modele = FicheModele.Creer("591", Remplie(), "La Caf", Now).Derniere.Contenu;

        Assert.Equal("Notre objectif", modele.Quoi.ObjectifGeneral);
        Assert.Equal(QuiFiche.Vide with { Partenaires = "La PMI" }, modele.Qui);
        Assert.Empty(modele.Financements);
        Assert.Empty(modele.PourQui.Communes);
        Assert.Equal(new("Réunir", null, "Familles", null, null, "Nombre"), Assert.Single(modele.Operations).Description);
        Assert.Null(Assert.Single(modele.Indicateurs).Description.Cible);
        Assert.False(modele.Identite.Confidentielle);
        Assert.Null(modele.Moyens.CoutPrevisionnel);
    }

    [Fact]
    public void Publier_numerote_et_refuse_de_ne_rien_changer()
    {
        var modele = FicheModele.Creer("591", ContenuFiche.Vide("Gouvernance"), "La Caf", Now);

        Assert.Throws<BusinessRuleException>(() => modele.Publier(ContenuFiche.Vide("Gouvernance"), "Rien", "La Caf", Now));
        Assert.Equal(2, modele.Publier(ContenuFiche.Vide("Gouvernance partagée"), "Le titre", "La Caf", Now));
        Assert.Equal(("Gouvernance partagée", "Gouvernance"), (modele.Intitule, modele.Versions[0].Contenu.Identite.Intitule));
    }

    [Fact]
    public void Imposer_retient_depuis_quand_et_une_fiche_archivee_n_est_plus_demandee()
    {
        var modele = FicheModele.Creer("591", ContenuFiche.Vide("Gouvernance"), "La Caf", Now);

        modele.Imposer(true, new(2026, 3, 1));
        modele.Imposer(true, new(2026, 9, 1));
        Assert.Equal(new DateOnly(2026, 3, 1), modele.ImposeeDepuis);
        Assert.True(modele.EstImposee);
        modele.Archiver(true);
        Assert.False(modele.EstImposee);
    }

    [Theory]
    [InlineData(Role.Conseiller, Portee.Caf, "591", true)]
    [InlineData(Role.Direction, Portee.Caf, "591", true)]
    [InlineData(Role.Conseiller, Portee.Caf, "000", false)]
    [InlineData(Role.Administrateur, Portee.Nationale, "", true)]
    [InlineData(Role.Coordination, Portee.Caf, "591", false)]
    public void La_bibliotheque_est_ecrite_par_sa_Caf_et_les_administrateurs(Role role, Portee portee, string code, bool attendu) =>
        Assert.Equal(attendu, ReglesBibliotheque.Peut([new(role, portee, code)], "591"));

    private static ContenuFiche Remplie() => ContenuFiche.Vide("Lieu d’accueil") with
    {
        Identite = new("Lieu d’accueil", ["parentalité"], PrioriteFiche.Elevee, false, true),
        Quoi = QuoiFiche.Vide with { ObjectifGeneral = "Notre objectif" },
        PourQui = PourQuiFiche.Vide with { Communes = ["02381"], NombreVise = 40 },
        Qui = new("La Ville", "Claire", "Jean", "Le maire", "Enfance", "La PMI", "Comité"),
        Moyens = MoyensFiche.Vide with { CoutPrevisionnel = 12_000 },
        Financements = [new("Caf", 2026, NatureDepense.Fonctionnement, 1_000, null)],
        Operations = [new(OperationId.New(), new("Réunir", "Claire", "Familles", 500, "2026", "Nombre"))],
        Indicateurs = [new(IndicateurFicheId.New(), new("Places", TypeIndicateur.Quantitatif, null, "places", 4, 12, "Caf", "Claire"))],
    };
}
