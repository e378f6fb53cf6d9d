using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Fins;

/// <param name="Partie">Who acts; null for what all the parties do, or the law.</param>
/// <param name="ActeLe">Day on which the letter was received, or the agreement signed: the notice runs from it.</param>
public sealed record SaisieFin(NatureFin Nature, string? Partie, string Motif, DateOnly ActeLe, int PreavisMois);

/// <summary>The act by which a signed convention ends before its term, with its notice. It may be taken back until its effect.</summary>
public sealed class ActeDeFin : AggregateRoot
{
    public const int MotifLongueurMax = Convention.MotifLongueurMax;
    public const int PreavisMoisMax = 24;

    private ActeDeFin()
    {
    }

    public ActeDeFinId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public NatureFin Nature { get; private init; }

    public string? Partie { get; private init; }

    public string Motif { get; private init; } = "";

    public DateOnly ActeLe { get; private init; }

    public int PreavisMois { get; private init; }

    /// <summary>The convention is over from this day on.</summary>
    public DateOnly EffetLe { get; private init; }

    /// <summary>The letter or the agreement.</summary>
    public PieceId DocumentId { get; private init; }

    public string DocumentNom { get; private init; } = "";

    public DateTimeOffset EnregistreLe { get; private init; }

    public StatutFin Statut { get; private set; }

    public DateTimeOffset? RetireLe { get; private set; }

    public string? MotifRetrait { get; private set; }

    public static DateOnly EffetDe(DateOnly acteLe, int preavisMois) => acteLe.AddMonths(preavisMois);

    /// <summary>Why no act can be written down now.</summary>
    /// <param name="enPreavis">Another act already runs.</param>
    public static IReadOnlyList<Obstacle> ObstaclesAEnregistrer(StatutConvention etape, bool enPreavis) =>
    [
        .. When(etape != StatutConvention.EnSuivi, ObstaclesFin.HorsSuivi),
        .. When(enPreavis, ObstaclesFin.DejaEnPreavis),
    ];

    /// <exception cref="BusinessRuleException">Not a signed convention that lives, another act runs, or dates that cannot be.</exception>
    public static ActeDeFin Enregistrer(Convention convention, bool enPreavis, SaisieFin saisie, Piece document, DateTimeOffset now)
    {
        var aujourdhui = now.JourEnFrance();
        var effet = EffetDe(saisie.ActeLe, Math.Clamp(saisie.PreavisMois, 0, PreavisMoisMax));
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAEnregistrer(convention.Statut, enPreavis),
            .. When(saisie.Nature.EstDUnePartie() && convention.Parties.All(p => p.Nom != saisie.Partie), ObstaclesFin.PartieAbsente),
            .. When(saisie.PreavisMois is < 0 or > PreavisMoisMax, "preavis-invalide", $"Un préavis compte de 0 à {PreavisMoisMax} mois."),
            .. When(saisie.ActeLe > aujourdhui, ObstaclesFin.ActeFutur),
            .. When(saisie.ActeLe < (convention.SigneeLe ?? new(Periode.PremiereAnnee, 1, 1)), ObstaclesFin.ActeAvantSignature),
            .. When(convention.Periode?.Fin < effet, ObstaclesFin.ApresLeTerme(convention.Periode?.Fin ?? effet)),
        ]);
        var acte = new ActeDeFin
        {
            Id = ActeDeFinId.New(),
            ConventionId = convention.Id,
            Nature = saisie.Nature,
            Partie = saisie.Nature.EstDUnePartie() ? saisie.Partie : null,
            Motif = Texte.Obligatoire(saisie.Motif, "motif", MotifLongueurMax),
            ActeLe = saisie.ActeLe,
            PreavisMois = saisie.PreavisMois,
            EffetLe = effet,
            DocumentId = document.Id,
            DocumentNom = document.Nom,
            EnregistreLe = now,
        };
        acte.Record(new FinEnregistree(convention.Id, acte.Nature, acte.Partie, acte.ActeLe, acte.EffetLe, now));
        return acte;
    }

    /// <summary>Whether the convention should be over: the day of effect is there.</summary>
    public bool EstEchu(DateOnly aujourdhui) => Statut == StatutFin.EnPreavis && EffetLe <= aujourdhui;

    /// <summary>Why the act cannot be taken back any more.</summary>
    public IReadOnlyList<Obstacle> ObstaclesARetirer(DateOnly aujourdhui) => [.. When(Statut != StatutFin.EnPreavis || EstEchu(aujourdhui), ObstaclesFin.PlusRetirable)];

    /// <exception cref="BusinessRuleException">It has taken effect, was taken back already, or no reason.</exception>
    public void Retirer(string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesARetirer(now.JourEnFrance()), .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent)]);
        (Statut, RetireLe, MotifRetrait) = (StatutFin.Retiree, now, Texte.Obligatoire(motif, "motif", MotifLongueurMax));
        Record(new FinRetiree(ConventionId, Nature, MotifRetrait, now));
    }

    /// <summary>The day has come: the convention is over.</summary>
    /// <exception cref="BusinessRuleException">Before its day, or not running.</exception>
    public void Appliquer(Convention convention, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(convention.Id != ConventionId || !EstEchu(now.JourEnFrance()), ObstaclesFin.PasEchu));
        convention.Clore(StatutConvention.Resiliee, Motif, now);
        Statut = StatutFin.Effective;
        Record(new FinEffective(ConventionId, Nature, EffetLe, now));
    }

    /// <summary>Nothing is prepared nor signed on a convention whose end has come, even before the job has said so.</summary>
    /// <param name="effetLe">Of the act that runs; null when there is none.</param>
    /// <exception cref="BusinessRuleException">The day has come.</exception>
    public static void ExigerEnVigueur(DateOnly? effetLe, DateOnly aujourdhui) => BusinessRuleException.ThrowIfAny(When(effetLe <= aujourdhui, ObstaclesAvenant.HorsSuivi));
}

/// <summary>The reasons that can stop an act of end.</summary>
public static class ObstaclesFin
{
    public static readonly Obstacle HorsSuivi = new("fin-hors-suivi", "Seule une convention signée et en cours peut être dénoncée ou résiliée.");
    public static readonly Obstacle DejaEnPreavis = new("fin-deja-annoncee", "Un acte est déjà enregistré : sa date d’effet court. Retirez-le d’abord s’il ne vaut plus.");
    public static readonly Obstacle PartieAbsente = new("fin-partie-absente", "Dites quelle partie agit.");
    public static readonly Obstacle ActeFutur = new("fin-acte-futur", "La date de l’acte est dans l’avenir.");
    public static readonly Obstacle ActeAvantSignature = new("fin-avant-signature", "La date de l’acte précède la signature de la convention.");
    public static readonly Obstacle PlusRetirable = new("fin-plus-retirable", "Cet acte ne peut plus être retiré : il a pris effet, ou il l’est déjà.");
    public static readonly Obstacle PasEchu = new("fin-pas-echue", "La date d’effet n’est pas arrivée.");

    public static Obstacle ApresLeTerme(DateOnly terme) => new(
        "fin-apres-terme", $"Avec ce préavis, l’acte prendrait effet après le terme de la convention, le {terme:dd/MM/yyyy} : elle prendra fin d’elle-même.");
}
