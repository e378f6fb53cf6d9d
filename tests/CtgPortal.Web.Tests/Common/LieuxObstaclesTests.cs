using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

public sealed class LieuxObstaclesTests
{
    [Fact]
    public void Chaque_obstacle_de_la_signature_mene_ou_il_se_leve()
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var muet = new Passage("objet", NaturePassage.Article, "Objet", "À compléter : {{inconnu}}, {{debut}}, 3 axes, à préciser.", true);
        var texte = ControleTexte.Controler(
            [muet, muet with { Cle = "vide", Corps = "" }, new("preambule", NaturePassage.Preambule, "Préambule", "", true)],
            new(new Dictionary<string, string?>(), new Dictionary<string, IReadOnlyList<string>>(), true, GraphieSigles.Bas), new(6, 14, 9, 2, "Axe"));
        var dossier = EtatDossier.Vide with { Texte = texte, Axes = 1, OrientationsSansFiche = ["Accueillir"], FichesSansPilote = ["Informer"], FichesImposeesManquantes = ["Gouvernance"] };
        var aujourdhui = new DateOnly(2026, 11, 22);
        var obstacles = convention.ObstaclesPour(StatutConvention.EnSignature, dossier, aujourdhui)
            .Concat(convention.ObstaclesPour(StatutConvention.EnSignature, EtatDossier.Vide with { DefautsDuTexte = 1 }, aujourdhui))
            .Where(o => o.Code != Obstacles.PeriodeCommencee.Code).DistinctBy(o => o.Code).ToList();

        Assert.Contains(Obstacles.DiagnosticNonValide, obstacles);
        Assert.Equal(7, obstacles.Count(o => o.Cible is not null));
        Assert.All(obstacles, o => Assert.NotNull(LieuxObstacles.De(o)));
    }
}
