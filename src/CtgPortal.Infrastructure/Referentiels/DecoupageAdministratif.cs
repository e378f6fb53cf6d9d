using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Infrastructure.Referentiels;

/// <summary>The files of <c>@etalab/decoupage-administratif</c>, read into the words of the domain.</summary>
internal sealed class DecoupageAdministratif(string dossier)
{
    public const string Source = "@etalab/decoupage-administratif";
    public const string Licence = "Licence Ouverte 2.0 (Etalab)";

    /// <summary>To be raised when the same files must be read in another way: they are then loaded again.</summary>
    private const string Lecture = "1";

    private static readonly string[] Fichiers = ["regions.json", "departements.json", "communes.json", "epci.json"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="FileNotFoundException">The package is not there, or not whole.</exception>
    public async Task<Millesime> LireMillesimeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var version = (await LireAsync<Paquet>("package.json", cancellationToken)).Version;
        return new(Source, Annee(version), version, Licence, await EmpreinteAsync(cancellationToken), now.ToUniversalTime());
    }

    public async Task<Decoupage> LireAsync(CancellationToken cancellationToken)
    {
        var regions = await LireAsync<List<RegionJson>>("data/regions.json", cancellationToken);
        var departements = await LireAsync<List<DepartementJson>>("data/departements.json", cancellationToken);
        var epci = await LireAsync<List<EpciJson>>("data/epci.json", cancellationToken);

        var epciDe = epci.SelectMany(e => e.Membres, (e, m) => (m.Code, Siren: e.Code)).ToDictionary(p => p.Code, p => p.Siren);
        var communes = new Dictionary<string, Commune>();
        await foreach (var commune in LireCommunesAsync(cancellationToken))
        {
            communes.Add(commune.Code, new(
                commune.Code,
                commune.Siren,
                commune.Nom,
                commune.Departement,
                commune.Population,
                Cafs.CodePour(commune.Departement, commune.Arrondissement, epciDe.GetValueOrDefault(commune.Code))));
        }

        return new(
            [.. regions.Select(r => new Region(r.Code, r.Nom))],
            [.. departements.Select(d => new Departement(d.Code, d.Nom, d.Region))],
            [.. communes.Values],
            [.. epci.Select(e => Epci(e, communes))],
            [.. epci.SelectMany(e => e.Membres, (e, m) => new AppartenanceEpci(e.Code, m.Code))]);
    }

    // the source does not say where the seat is; where the SIREN does (24 + département), most inhabitants live in that département
    private static Epci Epci(EpciJson epci, Dictionary<string, Commune> communes) => new(
        epci.Code,
        epci.Nom,
        Enum.Parse<TypeEpci>(epci.Type),
        epci.PopulationTotale,
        epci.PopulationMunicipale,
        Principal(epci.Membres, m => communes[m.Code].DepartementCode)!,
        Principal(epci.Membres, m => communes[m.Code].CafCode));

    private static string? Principal(IEnumerable<MembreJson> membres, Func<MembreJson, string?> cle) => membres
        .GroupBy(cle)
        .OrderByDescending(g => g.Sum(m => m.PopulationTotale ?? 0)).ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key;

    // the file also lists communes déléguées and associées and the arrondissements of Paris, Lyon and Marseille, under codes of their own
    private async IAsyncEnumerable<CommuneJson> LireCommunesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Chemin("data/communes.json"));
        await foreach (var commune in JsonSerializer.DeserializeAsyncEnumerable<CommuneJson>(stream, Json, cancellationToken))
        {
            if (commune is { Type: "commune-actuelle" })
            {
                yield return commune;
            }
        }
    }

    private async Task<T> LireAsync<T>(string fichier, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Chemin(fichier));
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellationToken)
            ?? throw new InvalidDataException($"{fichier} of {Source} is empty.");
    }

    private async Task<string> EmpreinteAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Lecture));
        foreach (var fichier in Fichiers)
        {
            await using var stream = File.OpenRead(Chemin($"data/{fichier}"));
            hash.AppendData(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string Chemin(string fichier)
    {
        var chemin = Path.Combine(dossier, fichier);
        return File.Exists(chemin)
            ? chemin
            : throw new FileNotFoundException($"The reference data are incomplete: {fichier} of {Source} is missing. Run npm ci.", fichier);
    }

    // one major version a year since 1.1.1 for 2021, as the package's own table says
    private static int Annee(string version) => 2020 + int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture);

    private sealed record Paquet(string Version);

    private sealed record RegionJson(string Code, string Nom);

    private sealed record DepartementJson(string Code, string Nom, string Region);

    private sealed record CommuneJson(
        string Code, string Nom, string Type, string Departement, string? Arrondissement, string? Siren, int? Population);

    private sealed record EpciJson(
        string Code, string Nom, string Type, int PopulationTotale, int PopulationMunicipale, IReadOnlyList<MembreJson> Membres);

    private sealed record MembreJson(string Code, int? PopulationTotale);
}

internal sealed record Decoupage(
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Departement> Departements,
    IReadOnlyList<Commune> Communes,
    IReadOnlyList<Epci> Epci,
    IReadOnlyList<AppartenanceEpci> Appartenances);
