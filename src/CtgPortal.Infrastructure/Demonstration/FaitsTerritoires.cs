using System.Text.Json;
using System.Text.Json.Serialization;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>What <c>territoires.json</c> tells of the ten territories, and of the invented one that is being signed. Null and empty mean that the source says nothing.</summary>
internal sealed record FaitsTerritoires(IReadOnlyList<FaitsConvention> Conventions, IReadOnlyList<FaitsAtelier> Ateliers)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static FaitsTerritoires Lire()
    {
        using var flux = Ressource("territoires.json");
        return JsonSerializer.Deserialize<FaitsTerritoires>(flux, Options)!;
    }

    /// <summary>A file embedded beside this class.</summary>
    public static Stream Ressource(string nom) =>
        typeof(FaitsTerritoires).Assembly.GetManifestResourceStream($"{typeof(FaitsTerritoires).Namespace}.{nom}")
        ?? throw new InvalidOperationException($"Resource {nom} is not embedded.");
}

/// <param name="Cle">Name of the case, used by the workshops to tell whose they are.</param>
/// <param name="Caf">Code of the Caf; null for the one of the holder.</param>
/// <param name="Etape">Where its life has to bring it: in follow-up or over, it is taken in as signed elsewhere.</param>
/// <param name="CommunesParties">Each commune of the perimeter signs for itself.</param>
/// <param name="CommenceLe">Day of the first known act; null: the acts are of the day the data are created.</param>
/// <param name="CommenceIlYA">The same, in days before the one on which the data are created.</param>
/// <param name="ReprisLe">Day on which what the workshops said is taken up.</param>
/// <param name="RedigeeLe">Day on which writing begins.</param>
internal sealed record FaitsConvention(
    string Cle,
    IReadOnlyList<FaitsTitulaire> Titulaires,
    string? Caf,
    string Intitule,
    StatutConvention Etape,
    DateOnly? Debut,
    DateOnly? Fin,
    int? Generation,
    IReadOnlyList<string>? Champs,
    string? Remplace,
    IReadOnlyList<string> Preambule,
    IReadOnlyList<PartieConnue>? Parties,
    bool CommunesParties,
    DateOnly? SigneeLe,
    DateOnly? CommenceLe,
    int? CommenceIlYA,
    FaitsDiagnostic? Diagnostic,
    DateOnly? ReprisLe,
    DateOnly? RedigeeLe,
    FaitsPlan? Plan)
{
    public bool EstReprise => Etape is StatutConvention.EnSuivi or StatutConvention.Terminee;

    public Periode? Periode => Debut is { } debut && Fin is { } fin ? new(debut, fin) : null;
}

/// <param name="Code">Of the reference data; null for a holder outside of it.</param>
/// <param name="Nom">Only for a holder outside the reference data.</param>
internal sealed record FaitsTitulaire(TypeTerritoire Type, string? Code, string? Nom);

/// <param name="CommunesEntendues">Whose elected people were heard, by name.</param>
internal sealed record FaitsDiagnostic(
    IReadOnlyList<string>? Demarche, IReadOnlyList<string>? Sources, DateOnly? ValideLe, IReadOnlyList<string>? CommunesEntendues, FaitsEnquete? Enquete);

internal sealed record FaitsEnquete(string Intitule, string Public, int Envoyes);

/// <param name="Secteur">Where all the actions named take place.</param>
internal sealed record FaitsPlan(IReadOnlyList<string> Niveaux, string? Secteur, IReadOnlyList<FaitsAxe> Axes);

/// <param name="Icone">Chosen for display, not a fact.</param>
internal sealed record FaitsAxe(string Titre, string? Icone, IReadOnlyList<string>? Fiches);

/// <param name="Conventions">Keys of the conventions that share it.</param>
/// <param name="OrdreDuJour">With the example of an agenda.</param>
/// <param name="PlanifieLe">Null: with the other acts of its convention.</param>
/// <param name="ClosLe">Null for a workshop still to be held.</param>
/// <param name="Nombre">How many alike; their number takes the place of <c>{0}</c> in the title.</param>
internal sealed record FaitsAtelier(
    IReadOnlyList<string> Conventions,
    int? Nombre,
    string Intitule,
    string? Serie,
    IReadOnlyList<string>? Themes,
    DateOnly? Date,
    string? Quand,
    string? Lieu,
    string? Animateur,
    string? But,
    string? Participants,
    DateOnly? PlanifieLe,
    DateOnly? ClosLe,
    bool OrdreDuJour);
