using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

public sealed class LieuxObstaclesTests
{
    [Fact]
    public void Chaque_obstacle_de_la_signature_mene_ou_il_se_leve()
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var dossier = EtatDossier.Vide with { Axes = 1, OrientationsSansFiche = ["Accueillir"], FichesSansPilote = ["Informer"] };
        var aujourdhui = new DateOnly(2026, 11, 22);
        var obstacles = convention.ObstaclesPour(StatutConvention.EnSignature, dossier, aujourdhui)
            .Concat(convention.ObstaclesPour(StatutConvention.EnSignature, EtatDossier.Vide, aujourdhui))
            .Select(o => o.Code).Except([Obstacles.PeriodeCommencee.Code]).Distinct().ToList();

        Assert.Contains(Obstacles.DiagnosticNonValide.Code, obstacles);
        Assert.All(obstacles, code => Assert.NotNull(LieuxObstacles.De(code)));
    }
}
