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

    /// <param name="obstaclesASigner">Blocking obstacles to opening for signature, as the convention itself states them.</param>
    public static ProchaineAction Pour(
        StatutConvention statut, Periode? periode, EtatDossier dossier, int obstaclesASigner, int signaturesAttendues, DateOnly aujourdhui) =>
        statut switch
        {
            EnDiagnostic when dossier.DiagnosticValide => Preparation(ActionAttendue.PasserAuxAteliers),
            EnDiagnostic => Preparation(dossier.Constats == 0 ? ActionAttendue.EcrireLeDiagnostic : ActionAttendue.ValiderLeDiagnostic),
            EnAteliers when !dossier.DiagnosticValide => Preparation(ActionAttendue.ValiderLeDiagnostic),
            EnAteliers when dossier.AteliersOuverts > 0 => Preparation(ActionAttendue.ClorLesAteliers, dossier.AteliersOuverts),
            EnAteliers => Preparation(dossier.Ateliers == 0 ? ActionAttendue.PlanifierUnAtelier : ActionAttendue.PasserALaRedaction),
            EnRedaction when obstaclesASigner > 0 => Preparation(ActionAttendue.CompleterLeDossier, obstaclesASigner),
            EnRedaction => Preparation(ActionAttendue.OuvrirALaSignature),
            EnSignature => new(ActeurAttendu.Signataires, ActionAttendue.Signer, signaturesAttendues),
            EnSuivi when periode?.Fin <= aujourdhui => Preparation(ActionAttendue.ConstaterLeTerme),
            EnSuivi when periode is not null && TermeProche(periode.Fin, aujourdhui) => Preparation(ActionAttendue.PreparerLeRenouvellement),
            EnSuivi => dossier.Fiches == 0
                ? Preparation(ActionAttendue.EcrireLePlan)
                : new(ActeurAttendu.Pilotes, ActionAttendue.SuivreLesFiches, dossier.Fiches),
            _ => Rien,
        };

    public static bool TermeProche(DateOnly fin, DateOnly aujourdhui) => fin <= aujourdhui.AddMonths(MoisAvantTerme);

    private static ProchaineAction Preparation(ActionAttendue action, int nombre = 0) => new(ActeurAttendu.Preparation, action, nombre);
}
