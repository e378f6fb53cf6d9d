using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct AtelierId(Guid Value) : IStronglyTypedId<AtelierId>
{
    public static AtelierId From(Guid value) => new(value);

    public static AtelierId New() => new(Guid.CreateVersion7());
}

public enum StatutAtelier
{
    Prevu,
    Clos,

    /// <summary>It will not take place.</summary>
    Annule,
}

/// <summary>A workshop. Two neighbours may hold the same one for two conventions (Les Vans and Beaume-Drobie, 2022).</summary>
public sealed partial class Atelier : AggregateRoot
{
    private readonly List<AtelierConvention> _conventions = [];
    private readonly List<OrganisationPresente> _organisations = [];

    private Atelier()
    {
    }

    public AtelierId Id { get; private init; }

    public StatutAtelier Statut { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosLe { get; private set; }

    public DescriptionAtelier Description { get; private set; } = null!;

    /// <summary>What came out of it, written when it closes. Plain text, paragraphs separated by an empty line.</summary>
    public string? CompteRendu { get; private set; }

    public IReadOnlyList<AtelierConvention> Conventions => _conventions;

    public IReadOnlyList<OrganisationPresente> Organisations => _organisations;

    /// <exception cref="BusinessRuleException">A convention whose text is frozen, or a description that breaks a rule.</exception>
    public static Atelier Planifier(
        IReadOnlyCollection<ConventionId> conventions, DescriptionAtelier description, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. etapes.Obstacles(),
            .. When(conventions.Count == 0, "convention-absente", "Un atelier appartient à au moins une convention."),
        ]);
        var atelier = new Atelier { Id = AtelierId.New(), Statut = StatutAtelier.Prevu, Description = description.Normaliser() };
        atelier._conventions.AddRange(conventions.Distinct().Select(c => new AtelierConvention(c)));
        atelier.Record(new AtelierPlanifie(atelier.Ids, atelier.Id, atelier.Description.Intitule, now));
        return atelier;
    }

    /// <exception cref="BusinessRuleException">Closed, frozen, or a description that breaks a rule.</exception>
    public void Decrire(DescriptionAtelier description, EtapesAtelier etapes, DateTimeOffset now)
    {
        ExigerOuvert(etapes);
        var (avant, apres) = (Description, description.Normaliser());
        var comparaison = new Comparaison()
            .Noter("intitule", avant.Intitule, apres.Intitule)
            .Noter("serie", avant.Serie, apres.Serie)
            .Noter("themes", avant.Themes, apres.Themes)
            .Noter("date", avant.Date, apres.Date)
            .Noter("quand", avant.Quand, apres.Quand)
            .Noter("heure", avant.Heure, apres.Heure)
            .Noter("heure-fin", avant.HeureFin, apres.HeureFin)
            .Noter("lieu", avant.Lieu, apres.Lieu)
            .Noter("animateur", avant.Animateur, apres.Animateur)
            .Noter("but", avant.But, apres.But)
            .Noter("participants", avant.Participants, apres.Participants);
        if (!comparaison.EstVide)
        {
            Description = apres;
            Record(new AtelierModifie(Ids, Id, apres.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Notes that an organisation was there; its headcount may stay unknown. Said again, the headcount is replaced.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, or a headcount out of range.</exception>
    public void NoterPresence(string organisation, int? nombre, EtapesAtelier etapes, DateTimeOffset now)
    {
        ExigerOuvert(etapes);
        var presente = new OrganisationPresente(organisation, nombre);
        var avant = _organisations.Find(o => string.Equals(o.Nom, presente.Nom, StringComparison.OrdinalIgnoreCase));
        var comparaison = new Comparaison().Noter("presence", avant, presente);
        if (comparaison.EstVide)
        {
            return;
        }

        if (avant is not null)
        {
            _organisations.Remove(avant);
        }

        _organisations.Add(presente);
        Record(new PresenceNotee(Ids, Id, presente.Nom, now) { Changements = comparaison.Changements });
    }

    /// <exception cref="BusinessRuleException">Closed, frozen, or the organisation was not noted.</exception>
    public void RetirerPresence(string organisation, EtapesAtelier etapes, DateTimeOffset now)
    {
        ExigerOuvert(etapes);
        var presente = _organisations.Find(o => o.Nom == organisation)
            ?? throw new BusinessRuleException("presence-inconnue", "Cette organisation n’est plus notée présente.");
        _organisations.Remove(presente);
        Record(new PresenceRetiree(Ids, Id, presente.Nom, now)
        {
            Changements = new Comparaison().Noter("presence", presente, null).Changements,
        });
    }

    /// <summary>Why nothing may be added any more; empty while the workshop is open.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaModification(EtapesAtelier etapes) =>
    [
        .. etapes.Obstacles(),
        .. When(Statut == StatutAtelier.Clos, SituationAtelier.Clos),
        .. When(Statut == StatutAtelier.Annule, SituationAtelier.Annule),
    ];

    /// <summary>The page shows this list, <see cref="Clore"/> enforces it.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaCloture(EtapesAtelier etapes, DateOnly aujourdhui) =>
    [
        .. ObstaclesALaModification(etapes),
        .. When(Description.Date > aujourdhui, "atelier-a-venir", "L’atelier n’a pas encore eu lieu."),
    ];

    public IReadOnlyList<Obstacle> ObstaclesALaReouverture(EtapesAtelier etapes) =>
    [
        .. etapes.Obstacles(),
        .. When(Statut == StatutAtelier.Prevu, "atelier-ouvert", "L’atelier n’est pas clos."),
    ];

    /// <summary>Closes the workshop with its minutes; nothing is added afterwards.</summary>
    /// <exception cref="BusinessRuleException">Already closed, frozen, or planned for a later day.</exception>
    public void Clore(string? compteRendu, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALaCloture(etapes, now.JourEnFrance()));
        var nouveau = Texte.Facultatif(compteRendu, "compte-rendu", DescriptionAtelier.TexteLongueurMax);
        var comparaison = new Comparaison().Noter("compte-rendu", CompteRendu, nouveau);
        (CompteRendu, Statut, ClosLe) = (nouveau, StatutAtelier.Clos, now);
        Record(new AtelierClos(Ids, Id, Description.Intitule, now) { Changements = comparaison.Changements });
    }

    /// <exception cref="BusinessRuleException">Not closed, frozen, or no reason given.</exception>
    public void Rouvrir(string? motif, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesALaReouverture(etapes),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        (Statut, ClosLe) = (StatutAtelier.Prevu, null);
        Record(new AtelierRouvert(Ids, Id, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax), now));
    }

    internal IReadOnlyList<ConventionId> Ids => [.. _conventions.Select(c => c.ConventionId)];

    private void ExigerOuvert(EtapesAtelier etapes) => BusinessRuleException.ThrowIfAny(ObstaclesALaModification(etapes));
}

/// <summary>A convention the workshop belongs to.</summary>
public sealed record AtelierConvention(ConventionId ConventionId);
