using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A whole diagnostic at one moment: what a validation freezes, what two validations are compared by, and what documents are made from.</summary>
/// <param name="Version">Of this shape; a reader of older validations looks at it first.</param>
public sealed record PhotographieDiagnostic(
    int Version,
    string? Demarche,
    IReadOnlyList<string> Sources,
    IReadOnlyList<IndicateurFige> Indicateurs,
    IReadOnlyList<ConstatFige> Constats,
    IReadOnlyList<EnqueteFigee> Enquetes,
    IReadOnlyList<EntretienFige> Entretiens,
    IReadOnlyList<DocumentFige> Documents)
{
    public const int VersionActuelle = 2;

    /// <summary>As long as an interview or a document carried one file at most.</summary>
    private const int VersionAUnFichier = 1;

    private static readonly JsonSerializerOptions Canonique = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The same diagnostic always gives the same text: fixed order of fields, lists by id, numbers without idle zeros.</summary>
    public string EnJson() => JsonSerializer.Serialize(this, Canonique);

    /// <exception cref="InvalidOperationException">A shape that this portal does not know.</exception>
    public static PhotographieDiagnostic Lire(string json) =>
        JsonSerializer.Deserialize<PhotographieDiagnostic>(json, Canonique) is { Version: VersionActuelle or VersionAUnFichier } photographie
            ? photographie with { Entretiens = [.. photographie.Entretiens.Select(e => e.EnPieces())], Documents = [.. photographie.Documents.Select(d => d.EnPieces())] }
            : throw new InvalidOperationException("This validation has a shape that the portal does not know.");

    /// <summary>Reads what stands around a diagnostic; a fixed number of SQL commands.</summary>
    /// <param name="montrables">What is validated is what may be shown: a frozen copy gives away no figure that the pages hide.</param>
    internal static async Task<PhotographieDiagnostic> PrendreAsync(
        Diagnostic diagnostic, ChiffresMontrables montrables, IQueryable<Enquete> enquetes, IQueryable<Entretien> entretiens, IQueryable<DocumentExistant> documents,
        IQueryable<PieceJointe> jointes, IQueryable<Piece> pieces, CancellationToken cancellationToken)
    {
        ConventionId id = diagnostic.ConventionId;
        var fichiers = (await (
                from j in jointes
                from p in pieces
                where j.ConventionId == id && p.PieceJointeId == j.Id && j.FicheActionId == null
                orderby j.Le, j.Nom, j.Id
                select new { Jointe = j, p.Taille, p.Empreinte }).ToListAsync(cancellationToken))
            .ToLookup(x => x.Jointe.Porteur, x => new FichierFige(x.Jointe.Nom, x.Taille, x.Empreinte) { Description = x.Jointe.Description });
        return new(
            VersionActuelle,
            diagnostic.Demarche,
            diagnostic.Sources,
            [.. diagnostic.Indicateurs.OrderBy(i => i.Id.Value).Select(i => IndicateurFige.De(i, montrables[i.Id]))],
            [.. diagnostic.Constats.OrderBy(c => c.Id.Value).Select(ConstatFige.De)],
            [.. (await enquetes.Where(e => e.ConventionId == id).ToListAsync(cancellationToken)).OrderBy(e => e.Id.Value).Select(EnqueteFigee.De)],
            [.. (await entretiens.Where(e => e.ConventionId == id).ToListAsync(cancellationToken)).OrderBy(e => e.Id.Value).Select(e => EntretienFige.De(e, [.. fichiers[PorteurPieces.De(e.Id)]]))],
            [.. (await documents.Where(d => d.ConventionId == id).ToListAsync(cancellationToken)).OrderBy(d => d.Id.Value).Select(d => DocumentFige.De(d, [.. fichiers[PorteurPieces.De(d.Id)]]))]);
    }
}

public sealed record IndicateurFige(Guid Id, string Champ, string Intitule, string? Unite, IReadOnlyList<ValeurFigee> Valeurs)
{
    internal static IndicateurFige De(Indicateur indicateur, IReadOnlyList<ValeurIndicateur> montrables) => new(
        indicateur.Id.Value, indicateur.Champ, indicateur.Intitule, indicateur.Unite,
        [.. montrables.OrderBy(v => v.Annee).ThenBy(v => v.Territoire.Code, StringComparer.Ordinal).ThenBy(v => v.Territoire.Nom, StringComparer.Ordinal).Select(ValeurFigee.De)]);
}

public sealed record ValeurFigee(
    int Annee, TypeTerritoire Type, string Code, string Territoire, EtatValeur Etat, decimal? Valeur, string Source, string? Licence, decimal? Arrondi)
{
    // dividing by one with many decimals takes idle zeros off: 48.5000 is 48.5
    internal static ValeurFigee De(ValeurIndicateur valeur) => new(
        valeur.Annee, valeur.Territoire.Type, valeur.Territoire.Code, valeur.Territoire.Nom, valeur.Etat,
        SansZeros(valeur.Valeur), valeur.Source, valeur.Licence, SansZeros(valeur.Arrondi));

    private static decimal? SansZeros(decimal? nombre) => nombre / 1.0000000000000000000000000000m;
}

public sealed record ConstatFige(Guid Id, string Champ, NatureConstat Nature, string Texte, PrioriteConstat? Priorite, IReadOnlyList<Appui> Appuis)
{
    internal static ConstatFige De(Constat constat) => new(
        constat.Id.Value, constat.Champ, constat.Nature, constat.Texte, constat.Priorite,
        [.. constat.Appuis.OrderBy(a => a.Nature).ThenBy(a => a.Cible)]);
}

public sealed record EnqueteFigee(
    Guid Id, string Intitule, string? Public, ModeEnquete Mode, DateOnly? Debut, DateOnly? Fin, int? Envoyes, int? Reponses,
    string? Methode, IReadOnlyList<string> Themes, int Seuil, IReadOnlyList<QuestionEnquete> Questions)
{
    internal static EnqueteFigee De(Enquete enquete) => new(
        enquete.Id.Value, enquete.Description.Intitule, enquete.Description.Public, enquete.Description.Mode, enquete.Description.Debut,
        enquete.Description.Fin, enquete.Description.Envoyes, enquete.Description.Reponses, enquete.Description.Methode,
        enquete.Description.Themes, enquete.Description.Seuil, enquete.Questions);
}

public sealed record EntretienFige(
    Guid Id, string Fonction, string? Organisation, DateOnly? Date, IReadOnlyList<string> Themes, string? Synthese,
    IReadOnlyList<CommuneEntendue> Communes, IReadOnlyList<FichierFige>? Pieces)
{
    /// <summary>The one file of a validation of the first shape; null since.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FichierFige? Fichier { get; init; }

    internal EntretienFige EnPieces() => this with { Pieces = Pieces ?? (Fichier is null ? [] : [Fichier]), Fichier = null };

    internal static EntretienFige De(Entretien entretien, IReadOnlyList<FichierFige> pieces) => new(
        entretien.Id.Value, entretien.Description.Fonction, entretien.Description.Organisation, entretien.Description.Date,
        entretien.Description.Themes, entretien.Description.Synthese, [.. entretien.Communes.OrderBy(c => c.Code, StringComparer.Ordinal)], pieces);
}

public sealed record DocumentFige(
    Guid Id, string Intitule, string? Auteur, int? Annee, string? Lien, IReadOnlyList<string> Themes, string? Propos, IReadOnlyList<FichierFige>? Pieces)
{
    /// <summary>The one file of a validation of the first shape; null since.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FichierFige? Fichier { get; init; }

    internal DocumentFige EnPieces() => this with { Pieces = Pieces ?? (Fichier is null ? [] : [Fichier]), Fichier = null };

    internal static DocumentFige De(DocumentExistant document, IReadOnlyList<FichierFige> pieces) => new(
        document.Id.Value, document.Description.Intitule, document.Description.Auteur, document.Description.Annee, document.Description.Lien,
        document.Description.Themes, document.Description.Propos, pieces);
}

/// <summary>A file by its fingerprint: the bytes may go, the proof of what was read stays.</summary>
public sealed record FichierFige(string Nom, int Taille, string Empreinte)
{
    /// <summary>What people read instead of the name; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    public override string ToString() => Description ?? Nom;
}
