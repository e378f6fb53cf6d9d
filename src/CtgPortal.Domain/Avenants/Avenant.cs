using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Reprises;
using static CtgPortal.Domain.Avenants.StatutAvenant;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Avenants;

/// <summary>A change of a signed convention, signed by all its parties. One is prepared at a time.</summary>
public sealed class Avenant : AggregateRoot
{
    private Avenant()
    {
    }

    public AvenantId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>« Avenant n° 2 »: follows those that are signed; one that is given up frees its number.</summary>
    public int Numero { get; private init; }

    public StatutAvenant Statut { get; private set; }

    public ContenuAvenant Contenu { get; private set; } = null!;

    public DateTimeOffset PrepareLe { get; private init; }

    /// <summary>Day of the last signature.</summary>
    public DateOnly? SigneLe { get; private set; }

    public string? MotifAbandon { get; private set; }

    public bool EstEnCours => Statut is EnRedaction or EnSignature;

    /// <param name="autres">All those of the convention, to number this one and refuse a second one.</param>
    /// <param name="etatSigne">What was signed is known here: what changes can be told.</param>
    /// <exception cref="BusinessRuleException">The convention is not followed, another avenant is under way, or a content that cannot be.</exception>
    public static Avenant Preparer(
        Convention convention, IReadOnlyCollection<AvenantExistant> autres, bool etatSigne, ContenuAvenant contenu, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesAPreparer(convention.Statut, autres, etatSigne));
        var avenant = new Avenant
        {
            Id = AvenantId.New(),
            ConventionId = convention.Id,
            Numero = autres.Where(a => a.Statut != Abandonne).Select(a => a.Numero).DefaultIfEmpty().Max() + 1,
            Statut = EnRedaction,
            Contenu = contenu.Normaliser(convention),
            PrepareLe = now,
        };
        avenant.Record(new AvenantPrepare(convention.Id, avenant.Numero, avenant.Contenu.Objet, now));
        return avenant;
    }

    /// <summary>Why no avenant can be prepared now; the page shows the list, <see cref="Preparer"/> enforces it.</summary>
    public static IReadOnlyList<Obstacle> ObstaclesAPreparer(StatutConvention etape, IReadOnlyCollection<AvenantExistant> autres, bool etatSigne) =>
    [
        .. When(etape != StatutConvention.EnSuivi, ObstaclesAvenant.HorsSuivi),
        .. autres.Where(a => a.EstEnCours).Select(a => ObstaclesAvenant.AutreEnCours(a.Numero)),
        .. When(etape == StatutConvention.EnSuivi && !etatSigne, ObstaclesAvenant.EtatSigneInconnu),
    ];

    /// <exception cref="BusinessRuleException">Not being written any more, or a content that cannot be.</exception>
    public void Modifier(Convention convention, ContenuAvenant contenu, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesAModifier());
        var (avant, apres) = (Contenu, contenu.Normaliser(convention));
        var comparaison = new Comparaison()
            .Noter("avenant-natures", avant.Natures, apres.Natures)
            .Noter("avenant-objet", avant.Objet, apres.Objet)
            .Noter("avenant-motifs", avant.Motifs, apres.Motifs)
            .Noter("avenant-fin", avant.NouvelleFin, apres.NouvelleFin)
            .Noter("avenant-communes", avant.Communes.Select(c => c.Nom), apres.Communes.Select(c => c.Nom))
            .Noter("avenant-parties", Parties(avant), Parties(apres))
            .Noter("avenant-articles", Articles(avant), Articles(apres));
        if (!comparaison.EstVide)
        {
            Contenu = apres;
            Record(new AvenantModifie(ConventionId, Numero, now) { Changements = comparaison.Changements });
        }
    }

    public IReadOnlyList<Obstacle> ObstaclesAModifier() => [.. When(Statut != EnRedaction, ObstaclesAvenant.Fige(Numero))];

    /// <summary>What stands between the avenant and its signature; what does not block is a reservation.</summary>
    /// <param name="planChange">The plan is no longer as it was signed.</param>
    /// <param name="sansDeliberation">Names of the parties that deliberate and whose act for this avenant is not written down.</param>
    public IReadOnlyList<Obstacle> ObstaclesALaSignature(Convention convention, bool planChange, IReadOnlyList<string> sansDeliberation) =>
    [
        .. ObstaclesAModifier(),
        .. When(convention.Statut != StatutConvention.EnSuivi, ObstaclesAvenant.HorsSuivi),
        .. When(Contenu.Fait(NatureAvenant.Prolonger) && Contenu.NouvelleFin is null, "fin-absente", "L’avenant prolonge la convention : dites jusqu’à quel jour."),
        .. When(Contenu.Fait(NatureAvenant.AjouterCommunes) && Contenu.Communes.Count == 0, "communes-absentes", "L’avenant ajoute des communes : dites lesquelles."),
        .. When(Contenu.Fait(NatureAvenant.AjouterParties) && Contenu.Parties.Count == 0, "parties-absentes", "L’avenant fait entrer des parties : dites lesquelles."),
        .. When(Contenu.Articles.Count == 0, "articles-absents", "L’avenant n’a aucun article : écrivez ce que les parties conviennent."),
        .. convention.Parties.Where(p => p.Signataires.Count == 0).Select(p => Obstacles.PartieSansSignataire(p.Nom)),
        .. Contenu.Parties.Where(p => p.Signataires.Count == 0).Select(p => Obstacles.PartieSansSignataire(p.Nom)),
        .. When(
            planChange && !Contenu.Fait(NatureAvenant.CompleterPlan), "plan-non-dit",
            "Le plan d’actions a changé depuis la signature et cet avenant n’en dit rien.", bloquant: false),
        .. When(
            !planChange && Contenu.Fait(NatureAvenant.CompleterPlan), "plan-inchange",
            "L’avenant annonce un changement du plan d’actions, qui est encore tel que signé.", bloquant: false),
        .. sansDeliberation.Select(Obstacles.DeliberationManquante),
    ];

    /// <summary>Frozen: the caller opens its circuit with it.</summary>
    /// <exception cref="BusinessRuleException">With every blocking obstacle.</exception>
    public void Soumettre(Convention convention, bool planChange, IReadOnlyList<string> sansDeliberation, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALaSignature(convention, planChange, sansDeliberation));
        Statut = EnSignature;
        Record(new AvenantSoumis(ConventionId, Numero, now));
    }

    /// <summary>Back to its writing; the caller voids its circuit, which keeps what was signed as proof.</summary>
    /// <exception cref="BusinessRuleException">Not being signed, or no reason.</exception>
    public void Reprendre(string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Statut != EnSignature, "avenant-pas-en-signature", $"L’avenant n° {Numero} n’est pas en signature."),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        Statut = EnRedaction;
        Record(new AvenantRepris(ConventionId, Numero, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax), now));
    }

    /// <summary>The last signature is in.</summary>
    /// <exception cref="BusinessRuleException">Not being signed.</exception>
    public void Signer(DateOnly signeLe, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(Statut != EnSignature, "avenant-pas-en-signature", $"L’avenant n° {Numero} n’est pas en signature."));
        (Statut, SigneLe) = (Signe, signeLe);
        Record(new AvenantSigne(ConventionId, Numero, signeLe, now));
    }

    /// <summary>Given up; the caller voids its circuit when there is one.</summary>
    /// <exception cref="BusinessRuleException">Signed or given up already, or no reason.</exception>
    public void Abandonner(string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(!EstEnCours, "avenant-termine", $"L’avenant n° {Numero} n’est plus en préparation."),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        (Statut, MotifAbandon) = (Abandonne, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax));
        Record(new AvenantAbandonne(ConventionId, Numero, MotifAbandon, now));
    }

    private static IEnumerable<string> Parties(ContenuAvenant contenu) =>
        contenu.Parties.Select(p => p.Signataires.Count == 0 ? p.Nom : $"{p.Nom} ({string.Join(", ", p.Signataires.Select(s => s.NomComplet))})");

    private static IEnumerable<string> Articles(ContenuAvenant contenu) => contenu.Articles.Select((a, i) => $"{i + 1}. {a.Titre} – {a.Corps}");
}

/// <summary>Enough of an avenant to number the next one.</summary>
public sealed record AvenantExistant(AvenantId Id, int Numero, StatutAvenant Statut)
{
    public bool EstEnCours => Statut is EnRedaction or EnSignature;

    /// <summary>Those of the portal, after those signed elsewhere before the convention was taken in.</summary>
    /// <param name="original">Null when nothing was taken in.</param>
    public static IReadOnlyList<AvenantExistant> Avec(OriginalSigne? original, IReadOnlyList<AvenantExistant> ici) =>
        [.. original?.Avenants.Select(a => new AvenantExistant(default, a.Numero, Signe)) ?? [], .. ici];
}
