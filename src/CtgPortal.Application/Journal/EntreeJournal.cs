using System.Text.Json;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Journal;

/// <summary>One fact in the history of one convention. Written in the transaction of the change, never altered.</summary>
public sealed class EntreeJournal
{
    private EntreeJournal()
    {
    }

    /// <summary>Given by the database: sorting by it is sorting by order of writing, even within one instant.</summary>
    public long Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Name of the event type, such as <c>ConventionOuverte</c>; its sentence belongs to the portal.</summary>
    public string Type { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }

    /// <summary>Null when a job acted.</summary>
    public UtilisateurId? Par { get; private init; }

    public string ParNom { get; private init; } = "";

    /// <summary>The fiche that the fact is about; null for the others.</summary>
    public FicheActionId? FicheActionId { get; private init; }

    /// <summary>The event as JSON, with the fields that changed.</summary>
    public string Donnees { get; private init; } = "{}";

    /// <summary>One line for each convention the fact concerns.</summary>
    public static IEnumerable<EntreeJournal> From(DomainEvent fait, IUtilisateurCourant utilisateur) =>
        fait.Conventions.Select(convention => new EntreeJournal
        {
            ConventionId = convention,
            Type = fait.GetType().Name,
            Le = fait.Le,
            Par = utilisateur.Id,
            ParNom = utilisateur.Nom,
            FicheActionId = FicheDe(fait),
            Donnees = JsonSerializer.Serialize(fait, fait.GetType(), JournalJson.Options),
        });

    private static FicheActionId? FicheDe(DomainEvent fait) => fait switch
    {
        IFaitDeFiche f => f.Fiche,
        IFaitDeCommentaire c => c.Cible.Fiche,
        _ => null,
    };
}

/// <summary>How facts are written in the journal: readable accents, enums as their code.</summary>
public static class JournalJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}
