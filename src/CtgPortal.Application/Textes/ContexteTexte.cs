using System.Globalization;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Textes;

/// <summary>The data that the fields of a text draw from. Anything may be missing.</summary>
public sealed record ContexteTexte
{
    private const int PartiesNommeesMax = 6;

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>For example « Caf de l’Aisne ».</summary>
    public required string CafNom { get; init; }

    public required string Territoire { get; init; }

    /// <summary>Names of the signing collectivités, the Caf excluded.</summary>
    public IReadOnlyList<string> Collectivites { get; init; } = [];

    /// <summary>Names of the other signing partners (MSA, Département…).</summary>
    public IReadOnlyList<string> AutresParties { get; init; } = [];

    public DateOnly? Debut { get; init; }

    public DateOnly? Fin { get; init; }

    public IReadOnlyList<string> Champs { get; init; } = [];

    public IReadOnlyList<string> Axes { get; init; } = [];

    /// <summary>Those that are printed: a confidential fiche is not announced either.</summary>
    public int Fiches { get; init; }

    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>Null when one of the communes has none known.</summary>
    public int? Population { get; init; }

    public int Signataires { get; init; }

    public string NomAxe { get; init; } = NiveauxPlan.Usuels[0];

    /// <summary>As a visa quotes them, in the order of the parties.</summary>
    public IReadOnlyList<string> Deliberations { get; init; } = [];

    public static ContexteTexte De(Convention convention, string cafNom, Plan? plan, int fiches, IReadOnlyDictionary<PartieId, Deliberation> deliberations) => new()
    {
        CafNom = cafNom,
        Territoire = string.Join(" et ", convention.Titulaires.Select(t => Mots.NomEnToutesLettres(t.Nom))),
        Collectivites = [.. convention.Parties.Where(p => p.Type is TypePartie.Epci or TypePartie.Commune).Select(p => Mots.NomEnToutesLettres(p.Nom))],
        AutresParties = [.. convention.Parties.Where(p => p.Type is not (TypePartie.Caf or TypePartie.Epci or TypePartie.Commune)).Select(p => p.Nom)],
        Debut = convention.Periode?.Debut,
        Fin = convention.Periode?.Fin,
        Champs = convention.Champs,
        Axes = [.. plan?.Axes.Select(a => a.Intitule) ?? []],
        Fiches = fiches,
        Communes = [.. convention.Perimetre.Select(c => c.Nom).Order(Alphabet.Francais)],
        Population = convention.Perimetre.Count > 0 && convention.Perimetre.All(c => c.Population is not null) ? convention.Perimetre.Sum(c => c.Population) : null,
        Signataires = convention.Parties.Sum(p => p.Signataires.Count),
        NomAxe = plan?.Niveaux[0] ?? NiveauxPlan.Usuels[0],
        Deliberations =
        [
            .. convention.Parties.Where(p => deliberations.ContainsKey(p.Id)).Select(p => Visa(p, deliberations[p.Id].Description)),
        ],
    };

    public ComptesTexte Comptes() => new(Axes.Count, Fiches, Communes.Count, Signataires, NomAxe);

    public ValeursTexte Valeurs(GraphieSigles graphie) => new(
        new Dictionary<string, string?>
        {
            ["territoire"] = Territoire.Length > 0 ? Territoire : null,
            ["caf"] = CafNom,
            ["periode"] = (Debut, Fin) is ({ } debut, { } fin) ? $"du {Mots.Jour(debut)} au {Mots.Jour(fin)}" : null,
            ["debut"] = Debut is { } premier ? Mots.Jour(premier) : null,
            ["fin"] = Fin is { } dernier ? Mots.Jour(dernier) : null,
            ["champs"] = Suite(Champs),
            ["collectivites"] = Suite(Collectivites),
            ["parties"] = Collectivites.Count + AutresParties.Count is > 0 and <= PartiesNommeesMax ? $"les parties ({string.Join(", ", ToutesLesParties)})" : "les parties",
            ["nombre-communes"] = Compte(Communes.Count, "commune", "communes", feminin: true),
            ["population"] = Population is { } habitants ? $"{habitants.ToString("N0", Francais)} habitants" : null,
            ["nombre-axes"] = NombreAxes(),
            ["nombre-fiches"] = Compte(Fiches, "fiche action", "fiches action", feminin: true),
            ["nombre-parties"] = Compte(ToutesLesParties.Count, "partie", "parties", feminin: true),
            ["une-collectivite"] = Collectivites.Count == 1 ? "oui" : null,
            ["plusieurs-collectivites"] = Collectivites.Count > 1 ? "oui" : null,
        },
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["liste:axes"] = Axes,
            ["liste:champs"] = Champs,
            ["liste:collectivites"] = Collectivites,
            ["liste:parties"] = ToutesLesParties,
            ["liste:communes"] = Communes,
            ["liste:deliberations"] = Deliberations,
        },
        Collectivites.Count != 1,
        graphie);

    private static string Visa(Partie partie, DescriptionActe acte) =>
        $"la délibération n°\u00A0{acte.Reference.Numero} du {Mots.Jour(acte.Reference.Date)} "
        + $"({(acte.Organe is null ? "" : acte.Organe + ", ")}{Mots.NomEnToutesLettres(partie.Nom)})";

    private IReadOnlyList<string> ToutesLesParties => [CafNom, .. Collectivites, .. AutresParties];

    private static string? Suite(IReadOnlyList<string> noms) => noms switch
    {
        [] => null,
        [var seul] => seul,
        _ => string.Join(", ", noms.SkipLast(1)) + " et " + noms[^1],
    };

    private static string? Compte(int nombre, string singulier, string pluriel, bool feminin) => nombre switch
    {
        0 => null,
        1 => $"{(feminin ? "une" : "un")} {singulier}",
        _ => $"{nombre.ToString("N0", Francais)} {pluriel}",
    };

    // the gender of a name that the territory chose is not known
    private string? NombreAxes()
    {
        var nom = NomAxe.ToLower(Francais);
        return Axes.Count == 1 && nom != "axe" ? $"1 {nom}" : Compte(Axes.Count, nom, Pluriel(nom), feminin: false);
    }

    // « enjeu » takes an x, « axe stratégique » two s
    private static string Pluriel(string nom) => string.Join(' ', nom.Split(' ').Select(m =>
        m.EndsWith('s') || m.EndsWith('x') ? m : m.EndsWith("eu", StringComparison.Ordinal) || m.EndsWith("eau", StringComparison.Ordinal) ? m + "x" : m + "s"));
}
