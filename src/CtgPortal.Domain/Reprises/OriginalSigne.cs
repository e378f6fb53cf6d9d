using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Reprises;

public readonly record struct OriginalId(Guid Value) : IStronglyTypedId<OriginalId>
{
    public static OriginalId From(Guid value) => new(value);

    public static OriginalId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// What the parties signed outside the portal: the file as it was received, who signed it and when, and the avenants that followed.
/// It may be corrected until something is built on it.
/// </summary>
public sealed class OriginalSigne : AggregateRoot
{
    public const int SignatairesMax = 60;

    private OriginalSigne()
    {
    }

    public OriginalId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public FichierOriginal Fichier { get; private set; } = null!;

    public IReadOnlyList<SignataireOriginal> Signataires { get; private set; } = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<AncienAvenant> Avenants { get; private set; } = [];

    public DateTimeOffset DeposeLe { get; private init; }

    /// <summary>Number of the last avenant signed elsewhere; 0 when there is none. Those of the portal follow it.</summary>
    public int DernierAvenant => Avenants.Count == 0 ? 0 : Avenants.Max(a => a.Numero);

    /// <exception cref="BusinessRuleException">Signed inside the portal, or facts that cannot be.</exception>
    public static OriginalSigne Deposer(
        Convention convention, FichierOriginal fichier, IReadOnlyList<SignataireOriginal> signataires, IReadOnlyList<AncienAvenant> avenants, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. When(!convention.SigneeHorsPortail, ObstaclesReprise.SigneeIci), .. Obstacles(signataires, avenants, now.JourEnFrance())]);
        var original = new OriginalSigne
        {
            Id = OriginalId.New(),
            ConventionId = convention.Id,
            Fichier = fichier,
            Signataires = Normaliser(signataires),
            Avenants = Normaliser(avenants),
            DeposeLe = now,
        };
        original.Record(new OriginalDepose(convention.Id, fichier.Nom, fichier.Empreinte, signataires.Count, avenants.Count, now));
        return original;
    }

    /// <summary>Why nothing may be corrected any more; empty while it may.</summary>
    /// <param name="suites">What was built on it.</param>
    public static IReadOnlyList<Obstacle> ObstaclesACorriger(StatutConvention etape, SuitesReprise suites) =>
    [
        .. When(etape != StatutConvention.EnSuivi, Conventions.Obstacles.HorsSuivi),
        .. When(suites.EtatSigneFixe, ObstaclesReprise.EtatSigneFixe),
        .. When(suites.FinAnnoncee, ObstaclesReprise.FinAnnoncee),
    ];

    /// <summary>Records only what differs, and nothing when nothing does.</summary>
    /// <exception cref="BusinessRuleException">Something depends on it, or facts that cannot be.</exception>
    public void Corriger(
        Convention convention, FichierOriginal fichier, IReadOnlyList<SignataireOriginal> signataires, IReadOnlyList<AncienAvenant> avenants, SuitesReprise suites,
        DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesACorriger(convention.Statut, suites), .. Obstacles(signataires, avenants, now.JourEnFrance())]);
        var (apresSignataires, apresAvenants) = (Normaliser(signataires), Normaliser(avenants));
        var comparaison = new Comparaison()
            .Noter("original-fichier", Fichier, fichier)
            .Noter("original-signataires", Signataires, apresSignataires)
            .Noter("original-avenants", Avenants, apresAvenants);
        if (!comparaison.EstVide)
        {
            (Fichier, Signataires, Avenants) = (fichier, apresSignataires, apresAvenants);
            Record(new OriginalCorrige(ConventionId, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>What cannot be in the facts of a signature that took place; forms show it.</summary>
    public static IReadOnlyList<Obstacle> Obstacles(IReadOnlyList<SignataireOriginal> signataires, IReadOnlyList<AncienAvenant> avenants, DateOnly aujourdhui)
    {
        var derniere = signataires.Select(s => s.SigneLe).DefaultIfEmpty(DateOnly.MinValue).Max();
        return
        [
            .. When(signataires.Count == 0, "signataires-absents", "Dites qui a signé la convention."),
            .. When(signataires.Count > SignatairesMax, "signataires-trop-nombreux", $"Le portail garde au plus {SignatairesMax} signataires."),
            .. signataires.Where(s => s.SigneLe > aujourdhui).Select(s => ObstaclesReprise.SignatureFuture(s.NomComplet)),
            .. signataires.Where(s => s.SigneLe.Year < Periode.PremiereAnnee).Select(s => ObstaclesReprise.SignatureTropAncienne(s.NomComplet)),
            .. When(avenants.Count > AncienAvenant.NombreMax, "avenants-trop-nombreux", $"Le portail garde au plus {AncienAvenant.NombreMax} anciens avenants."),
            .. When(avenants.Any(a => a.Numero is < 1 or > 99), "avenant-numero", "Un avenant porte un numéro de 1 à 99."),
            .. avenants.GroupBy(a => a.Numero).Where(g => g.Count() > 1).Select(g => ObstaclesReprise.NumeroEnDouble(g.Key)),
            .. avenants.Where(a => a.SigneLe > aujourdhui).Select(a => ObstaclesReprise.AvenantFutur(a.Numero)),
            .. avenants.Where(a => a.SigneLe < derniere).Select(a => ObstaclesReprise.AvenantAvantConvention(a.Numero)),
        ];
    }

    private static IReadOnlyList<SignataireOriginal> Normaliser(IReadOnlyList<SignataireOriginal> signataires) => [.. signataires.Select(s => s.Normaliser())];

    private static IReadOnlyList<AncienAvenant> Normaliser(IReadOnlyList<AncienAvenant> avenants) => [.. avenants.Select(a => a.Normaliser()).OrderBy(a => a.Numero)];
}

/// <summary>What was built on what was taken in.</summary>
/// <param name="EtatSigneFixe">Somebody vouched that what is typed here is what was signed: avenants start from it.</param>
/// <param name="FinAnnoncee">An act that ends the convention was written down.</param>
public sealed record SuitesReprise(bool EtatSigneFixe, bool FinAnnoncee)
{
    public static readonly SuitesReprise Aucune = new(false, false);
}

/// <summary>The reasons that can stop a taking-in or its correction.</summary>
public static class ObstaclesReprise
{
    public static readonly Obstacle SigneeIci = new("signee-ici", "Cette convention a été signée dans le portail : son texte signé y est déjà.");

    public static readonly Obstacle EtatSigneFixe = new(
        "etat-signe-fixe", "L’état signé est fixé : les avenants partent de là. Ce qui a été repris ne se corrige plus ; un avenant peut le changer.");

    public static readonly Obstacle FinAnnoncee = new("fin-annoncee", "La fin de cette convention est enregistrée : ce qui a été repris ne se corrige plus.");

    public static readonly Obstacle PeriodeAbsente = new("periode-absente", "Dites de quel jour à quel jour la convention s’applique.");

    public static Obstacle PartieSansSignataire(string partie) => new("partie-sans-signataire", $"Dites qui a signé pour « {partie} ».");

    public static Obstacle SignatureFuture(string nom) => new("signature-future", $"La date de la signature de {nom} est dans l’avenir.");

    public static Obstacle SignatureTropAncienne(string nom) =>
        new("signature-invalide", $"La date de la signature de {nom} ne peut pas précéder {Periode.PremiereAnnee}.");

    public static Obstacle NumeroEnDouble(int numero) => new("avenant-en-double", $"Deux anciens avenants portent le numéro {numero}.");

    public static Obstacle AvenantFutur(int numero) => new("avenant-futur", $"La date de l’avenant n° {numero} est dans l’avenir.");

    public static Obstacle AvenantAvantConvention(int numero) =>
        new("avenant-avant-convention", $"L’avenant n° {numero} ne peut pas être signé avant la convention.");
}
