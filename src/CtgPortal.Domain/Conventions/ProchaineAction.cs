using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Conventions;

/// <summary>Who is waited for.</summary>
public enum ActeurAttendu
{
    /// <summary>The adviser of the Caf and the coordination of the territory, together.</summary>
    Preparation,

    Signataires,

    /// <summary>Whoever pilots a fiche.</summary>
    Pilotes,

    /// <summary>The convention is over.</summary>
    Personne,
}

public enum ActionAttendue
{
    EcrireLeDiagnostic,
    ValiderLeDiagnostic,
    PasserAuxAteliers,
    PlanifierUnAtelier,
    ClorLesAteliers,
    PasserALaRedaction,
    CompleterLeDossier,
    OuvrirALaSignature,
    Signer,
    EcrireLePlan,
    SuivreLesFiches,
    PreparerLeRenouvellement,
    ConstaterLeTerme,
    Aucune,
}

/// <summary>What a convention waits for, and from whom. One rule for the head of its pages, the list and the home.</summary>
/// <param name="Nombre">Of workshops to close, obstacles to lift or signatures awaited; 0 where it says nothing.</param>
public sealed record ProchaineAction(ActeurAttendu Acteur, ActionAttendue Action, int Nombre = 0)
{
    /// <summary>Renewals are prepared 12 to 18 months ahead (Savès, Perpignan).</summary>
    public const int MoisAvantTerme = 18;

    private static readonly ProchaineAction Rien = new(ActeurAttendu.Personne, ActionAttendue.Aucune);

    /// <param name="signaturesAttendues">Rows not signed yet of the circuit under way; 0 when there is none.</param>
    public static ProchaineAction Pour(FaitsConvention convention, EtatDossier dossier, int signaturesAttendues, DateOnly aujourdhui) =>
        convention.Statut switch
        {
            EnDiagnostic when dossier.DiagnosticValide => Preparation(ActionAttendue.PasserAuxAteliers),
            EnDiagnostic => Preparation(dossier.Constats == 0 ? ActionAttendue.EcrireLeDiagnostic : ActionAttendue.ValiderLeDiagnostic),
            EnAteliers when !dossier.DiagnosticValide => Preparation(ActionAttendue.ValiderLeDiagnostic),
            EnAteliers when dossier.AteliersOuverts > 0 => Preparation(ActionAttendue.ClorLesAteliers, dossier.AteliersOuverts),
            EnAteliers => Preparation(dossier.Ateliers == 0 ? ActionAttendue.PlanifierUnAtelier : ActionAttendue.PasserALaRedaction),
            EnRedaction => EnRedactionPour(convention.ObstaclesPour(EnSignature, dossier, aujourdhui).Count(o => o.Bloquant)),
            EnSignature => new(ActeurAttendu.Signataires, ActionAttendue.Signer, signaturesAttendues),
            EnSuivi when convention.Periode?.Fin <= aujourdhui => Preparation(ActionAttendue.ConstaterLeTerme),
            EnSuivi when convention.Periode is { } periode && TermeProche(periode.Fin, aujourdhui) => Preparation(ActionAttendue.PreparerLeRenouvellement),
            EnSuivi => dossier.Fiches == 0
                ? Preparation(ActionAttendue.EcrireLePlan)
                : new(ActeurAttendu.Pilotes, ActionAttendue.SuivreLesFiches, dossier.Fiches),
            _ => Rien,
        };

    public static bool TermeProche(DateOnly fin, DateOnly aujourdhui) => fin <= aujourdhui.AddMonths(MoisAvantTerme);

    private static ProchaineAction EnRedactionPour(int obstacles) =>
        obstacles == 0 ? Preparation(ActionAttendue.OuvrirALaSignature) : Preparation(ActionAttendue.CompleterLeDossier, obstacles);

    private static ProchaineAction Preparation(ActionAttendue action, int nombre = 0) => new(ActeurAttendu.Preparation, action, nombre);
}
