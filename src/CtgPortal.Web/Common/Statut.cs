namespace CtgPortal.Web.Common;

/// <summary>How a state is shown: word, icon and tone together, never colour alone.</summary>
/// <param name="Ton">One of <c>neutre, info, succes, attention, danger, action</c>.</param>
public sealed record Pastille(string Mot, string Icone, string Ton);

/// <summary>The stages of a convention as people see them, from the status code the database stores.</summary>
public static class Statut
{
    /// <summary>The stages in their order; a convention that is over has passed them all.</summary>
    public static readonly IReadOnlyList<(string Code, string Libelle)> Etapes =
    [
        ("EnDiagnostic", "Diagnostic"),
        ("EnAteliers", "Ateliers"),
        ("EnRedaction", "Rédaction"),
        ("EnSignature", "Signature"),
        ("EnSuivi", "Suivi"),
    ];

    public static Pastille Pastille(string code) => code switch
    {
        "EnDiagnostic" => new("Diagnostic en cours", "clipboard-data", "info"),
        "EnAteliers" => new("Ateliers en cours", "people", "info"),
        "EnRedaction" => new("En rédaction", "pencil", "info"),
        "EnSignature" => new("À la signature", "pen", "action"),
        "EnSuivi" => new("En suivi", "graph-up", "succes"),
        "Terminee" => new("Terminée", "check-circle", "neutre"),
        "Abandonnee" => new("Abandonnée", "x-circle", "neutre"),
        "Resiliee" => new("Résiliée", "slash-circle", "danger"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown status of a convention."),
    };

    /// <summary>Index of the current stage; the number of stages once all are passed; -1 when the convention stopped on the way.</summary>
    public static int Rang(string code) => code switch
    {
        "Terminee" => Etapes.Count,
        "Abandonnee" or "Resiliee" => -1,
        _ => Etapes.Select((e, i) => (e.Code, i)).First(e => e.Code == code).i,
    };
}
