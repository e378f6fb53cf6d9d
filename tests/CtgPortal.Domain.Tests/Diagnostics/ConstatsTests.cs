using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Diagnostics;

public sealed class ConstatsTests
{
    private static readonly DateTimeOffset Now = UnDiagnostic.Le.AddDays(1);
    private static readonly Appui Enquete = new(NatureAppui.Enquete, Guid.CreateVersion7(), "Questionnaire aux parents");

    [Fact]
    public void Nait_sans_priorite_et_ne_repose_sur_rien()
    {
        var (diagnostic, _, _) = UnDiagnostic.Rempli();

        Assert.Null(diagnostic.Constats[0].Priorite);
        Assert.Empty(diagnostic.Constats[0].Appuis);
    }

    [Fact]
    public void Le_journal_dit_la_priorite_et_les_appuis_par_leur_nom()
    {
        var (diagnostic, indicateur, constat) = UnDiagnostic.Rempli();
        var chiffre = new Appui(NatureAppui.Indicateur, indicateur.Value, "Taux de couverture");

        diagnostic.ModifierConstat(
            constat, new(UnDiagnostic.Champ, NatureConstat.Faiblesse, "Peu de places en horaires atypiques.", PrioriteConstat.Haute, [chiffre, Enquete, Enquete]), EnDiagnostic, Now);

        Assert.Equal(
            [new Changement("priorite", null, "Haute"), new Changement("appuis", null, "Taux de couverture ; Questionnaire aux parents")],
            Assert.Single(diagnostic.Events).Changements);
        Assert.Equal([chiffre, Enquete], diagnostic.Constats[0].Appuis);
    }

    [Fact]
    public void Un_appui_rebaptise_reste_le_meme()
    {
        var diagnostic = UnDiagnostic.Commence();
        var constat = diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un lieu", EnDiagnostic, Now, null, [Enquete]);
        diagnostic.ClearEvents();

        diagnostic.ModifierConstat(constat, new("jeunesse", NatureConstat.Besoin, "Un lieu", null, [Enquete with { Intitule = "Autre nom" }]), EnDiagnostic, Now);

        Assert.Empty(diagnostic.Events);
        Assert.Equal("Questionnaire aux parents", Assert.Single(diagnostic.Constats[0].Appuis).Intitule);
    }

    [Fact]
    public void Trop_d_appuis_sont_refuses_sans_rien_changer()
    {
        var diagnostic = UnDiagnostic.Commence();
        var appuis = Enumerable.Range(0, Constat.AppuisMax + 1).Select(i => new Appui(NatureAppui.Entretien, Guid.CreateVersion7(), $"{i}")).ToList();

        var refus = Assert.Throws<BusinessRuleException>(
            () => diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un lieu", EnDiagnostic, Now, null, appuis));

        Assert.Equal("appuis-trop-nombreux", Assert.Single(refus.Obstacles).Code);
        Assert.Empty(diagnostic.Constats);
    }

    [Fact]
    public void Retirer_ce_sur_quoi_il_repose_lui_enleve_le_lien_et_le_journal_le_garde()
    {
        var diagnostic = UnDiagnostic.Commence();
        diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un lieu", EnDiagnostic, Now, null, [Enquete]);
        diagnostic.AjouterConstat("jeunesse", NatureConstat.Force, "Un autre", EnDiagnostic, Now);
        diagnostic.ClearEvents();

        diagnostic.DetacherAppui(NatureAppui.Entretien, Enquete.Cible, EnDiagnostic, Now);
        Assert.Empty(diagnostic.Events);
        diagnostic.DetacherAppui(NatureAppui.Enquete, Enquete.Cible, EnDiagnostic, Now);

        Assert.Empty(diagnostic.Constats[0].Appuis);
        var fait = Assert.IsType<AppuiRetire>(Assert.Single(diagnostic.Events));
        Assert.Equal([new Changement("appuis", "Questionnaire aux parents", null)], fait.Changements);
    }

    [Fact]
    public void Un_indicateur_retire_quitte_aussi_les_constats()
    {
        var (diagnostic, indicateur, constat) = UnDiagnostic.Rempli();
        diagnostic.ModifierConstat(
            constat, new("enfance", NatureConstat.Force, "x", null, [new(NatureAppui.Indicateur, indicateur.Value, "Taux")]), EnDiagnostic, Now);
        diagnostic.ClearEvents();

        diagnostic.RetirerIndicateur(indicateur, EnDiagnostic, Now);

        Assert.Empty(diagnostic.Constats[0].Appuis);
        Assert.Equal([typeof(IndicateurRetire), typeof(AppuiRetire)], diagnostic.Events.Select(e => e.GetType()));
    }

    [Fact]
    public void Un_appui_ne_se_detache_ni_fige_ni_valide()
    {
        var (valide, _, _) = UnDiagnostic.Valide();

        Assert.Equal("diagnostic-valide", Refus(() => valide.DetacherAppui(NatureAppui.Enquete, Enquete.Cible, EnDiagnostic, Now)));
        Assert.Equal("texte-fige", Refus(() => UnDiagnostic.Commence().DetacherAppui(NatureAppui.Enquete, Enquete.Cible, EnSuivi, Now)));
    }

    [Fact]
    public void Les_priorites_se_choisissent_ensemble_et_seules_celles_qui_changent_sont_notees()
    {
        var (diagnostic, _, premier) = UnDiagnostic.Rempli();
        var second = diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un lieu", EnDiagnostic, Now, PrioriteConstat.Basse);
        diagnostic.ClearEvents();

        diagnostic.PrioriserConstats(
            new Dictionary<ConstatId, PrioriteConstat?> { [premier] = PrioriteConstat.Haute, [second] = PrioriteConstat.Basse }, EnDiagnostic, Now);

        Assert.Equal(premier, Assert.IsType<ConstatPriorise>(Assert.Single(diagnostic.Events)).Constat);
        Assert.Equal([PrioriteConstat.Haute, PrioriteConstat.Basse], diagnostic.Constats.Select(c => c.Priorite!.Value));
        Assert.Equal("constat-inconnu", Refus(() => diagnostic.PrioriserConstats(
            new Dictionary<ConstatId, PrioriteConstat?> { [ConstatId.New()] = null }, EnDiagnostic, Now)));
    }

    private static string Refus(Action acte) => Assert.Single(Assert.Throws<BusinessRuleException>(acte).Obstacles).Code;
}
