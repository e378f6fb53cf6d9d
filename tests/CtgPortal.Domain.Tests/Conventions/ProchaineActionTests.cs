using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Conventions.ActeurAttendu;
using static CtgPortal.Domain.Conventions.ActionAttendue;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Conventions;

public class ProchaineActionTests
{
    private static readonly DateOnly Jour = new(2026, 3, 12);

    public static TheoryData<StatutConvention> Statuts => [.. Enum.GetValues<StatutConvention>()];

    [Fact]
    public void Le_diagnostic_s_ecrit_puis_se_valide_puis_mene_aux_ateliers()
    {
        Assert.Equal(new(Preparation, EcrireLeDiagnostic), Pour(EnDiagnostic, EtatDossier.Vide));
        Assert.Equal(new(Preparation, ValiderLeDiagnostic), Pour(EnDiagnostic, EtatDossier.Vide with { Constats = 1 }));
        Assert.Equal(new(Preparation, PasserAuxAteliers), Pour(EnDiagnostic, EtatDossier.Vide with { Constats = 1, DiagnosticValide = true }));
    }

    [Fact]
    public void Les_ateliers_se_planifient_se_closent_puis_menent_a_la_redaction()
    {
        var valide = DossierComplet with { Ateliers = 0 };

        Assert.Equal(new(Preparation, ValiderLeDiagnostic), Pour(EnAteliers, valide with { DiagnosticValide = false }));
        Assert.Equal(new(Preparation, PlanifierUnAtelier), Pour(EnAteliers, valide));
        Assert.Equal(new(Preparation, ClorLesAteliers, 2), Pour(EnAteliers, valide with { Ateliers = 3, AteliersOuverts = 2 }));
        Assert.Equal(new(Preparation, PasserALaRedaction), Pour(EnAteliers, valide with { Ateliers = 3 }));
    }

    [Fact]
    public void La_redaction_attend_ce_qui_manque_puis_la_signature()
    {
        Assert.Equal(new(Preparation, CompleterLeDossier, 3), Pour(EnRedaction, DossierComplet with { DiagnosticValide = false }, parties: [new("Caf", false, [])]));
        Assert.Equal(new(Preparation, OuvrirALaSignature), Pour(EnRedaction, DossierComplet));
    }

    [Fact]
    public void La_signature_attend_les_signataires() =>
        Assert.Equal(new(Signataires, Signer, 4), Pour(EnSignature, DossierComplet, attendues: 4));

    [Theory]
    [InlineData("2026-03-12", ConstaterLeTerme)]
    [InlineData("2026-03-13", PreparerLeRenouvellement)]
    [InlineData("2027-09-12", PreparerLeRenouvellement)]
    [InlineData("2027-09-13", SuivreLesFiches)]
    public void Le_suivi_attend_les_pilotes_puis_le_renouvellement_puis_le_terme(string fin, ActionAttendue attendue)
    {
        var jour = DateOnly.Parse(fin, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(attendue, Pour(EnSuivi, DossierComplet, new Periode(jour.AddYears(-4), jour)).Action);
    }

    [Fact]
    public void Le_suivi_sans_plan_attend_le_plan()
    {
        Assert.Equal(new(Preparation, EcrireLePlan), Pour(EnSuivi, DossierComplet with { Fiches = 0 }));
        Assert.Equal(new(Pilotes, SuivreLesFiches, 4), ProchaineAction.Pour(new(EnSuivi, null, []), DossierComplet, 0, Jour));
    }

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Une_convention_finie_n_attend_plus_personne_et_elle_seule(StatutConvention statut) =>
        Assert.Equal(CycleDeVie.EstFini(statut), Pour(statut, DossierComplet) == new ProchaineAction(Personne, Aucune));

    private static ProchaineAction Pour(
        StatutConvention statut, EtatDossier dossier, Periode? periode = null, IReadOnlyList<FaitsPartie>? parties = null, int attendues = 1) =>
        ProchaineAction.Pour(
            new(statut, periode ?? new(new(2026, 1, 1), new(2030, 12, 31)), parties ?? [new("Caf", true, []), new("CC", true, [])]),
            dossier, attendues, Jour);
}
