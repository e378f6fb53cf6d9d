using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>
/// Who is invited to a workshop, who answers and who comes. Apart from the workshop: answers arrive while somebody describes it, the
/// document never reads a name, and names are erased after a time even when the workshop is frozen.
/// </summary>
public sealed partial class Assistance : AggregateRoot
{
    public const int PersonnesMax = 500;
    public const int ConservationParDefaut = 12;
    public const int ConservationMax = 36;

    private readonly List<PersonneAtelier> _personnes = [];
    private readonly List<CompteOrganisation> _comptes = [];

    private Assistance()
    {
    }

    /// <summary>One per workshop: it bears its id.</summary>
    public AtelierId AtelierId { get; private init; }

    public DateTimeOffset CommenceeLe { get; private init; }

    /// <summary>How many months after the workshop names and addresses are kept.</summary>
    public int ConservationMois { get; private set; }

    /// <summary>When names were last erased; null when they never were.</summary>
    public DateTimeOffset? EffaceeLe { get; private set; }

    public IReadOnlyList<PersonneAtelier> Personnes => [.. _personnes.OrderBy(p => p.Rang)];

    /// <summary>What is left of the persons erased: counts by organisation.</summary>
    public IReadOnlyList<CompteOrganisation> Comptes => _comptes;

    public static Assistance Commencer(AtelierId atelier, DateTimeOffset now) =>
        new() { AtelierId = atelier, CommenceeLe = now, ConservationMois = ConservationParDefaut };

    /// <summary>Adds people to the list: invited, or met at the door and therefore there.</summary>
    /// <exception cref="BusinessRuleException">The workshop is closed or frozen, the list is full, or somebody is on it already.</exception>
    public IReadOnlyList<PersonneAtelierId> Inscrire(
        Atelier atelier, IReadOnlyCollection<IdentitePersonne> identites, bool presentes, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. atelier.ObstaclesALaModification(etapes),
            .. When(_personnes.Count + identites.Count > PersonnesMax, "liste-pleine", $"La liste compte au plus {PersonnesMax} personnes."),
        ]);
        var rang = _personnes.Select(p => p.Rang).DefaultIfEmpty().Max() + 1;
        List<PersonneAtelier> nouvelles = [.. identites.Select((p, i) => new PersonneAtelier(p, rang + i, !presentes, now))];
        var doublons = nouvelles.Concat(_personnes).Select(p => p.Courriel).OfType<string>()
            .GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        BusinessRuleException.ThrowIfAny(doublons.Select(c => new Obstacle("deja-inscrite", $"L’adresse {c} est déjà dans la liste.")));
        _personnes.AddRange(nouvelles);
        if (nouvelles.Count > 0)
        {
            Record(new PersonnesInscrites(atelier.Ids, atelier.Id, atelier.Description.Intitule, nouvelles.Count, presentes, now));
        }

        return [.. nouvelles.Select(p => p.Id)];
    }

    /// <summary>
    /// Erases one person, at any time: it is their right. While the workshop may change she leaves the counts too; afterwards the
    /// counts stay what was published.
    /// </summary>
    /// <returns>The address whose messages must be erased too; null when there was none.</returns>
    /// <exception cref="BusinessRuleException">The person is no longer on the list.</exception>
    public string? Retirer(Atelier atelier, PersonneAtelierId id, EtapesAtelier etapes, DateTimeOffset now)
    {
        var personne = Trouver(id);
        if (atelier.ObstaclesALaModification(etapes).Count > 0)
        {
            Compter([personne]);
        }

        _personnes.Remove(personne);
        Record(new PersonneRetiree(atelier.Ids, atelier.Id, atelier.Description.Intitule, now));
        return personne.Courriel;
    }

    /// <summary>Says that somebody has come, or that it was a mistake; said twice, it changes nothing.</summary>
    /// <exception cref="BusinessRuleException">The workshop is closed or frozen, or the person is no longer on the list.</exception>
    public void NoterArrivee(Atelier atelier, PersonneAtelierId id, bool presente, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(atelier.ObstaclesALaModification(etapes));
        var personne = Trouver(id);
        if (personne.Presente != presente)
        {
            personne.Presente = presente;
            Record(new ArriveeNotee(atelier.Ids, atelier.Id, atelier.Description.Intitule, presente, now));
        }
    }

    /// <summary>The day from which names are erased: counted from the workshop, its closing, or the first name when neither is dated.</summary>
    public DateOnly EffacementPrevuLe(Atelier atelier) =>
        (atelier.Description.Date ?? atelier.ClosLe?.JourEnFrance() ?? CommenceeLe.JourEnFrance()).AddMonths(ConservationMois);

    /// <exception cref="BusinessRuleException">A time out of range.</exception>
    public void FixerConservation(Atelier atelier, int mois, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            mois is < 1 or > ConservationMax, "conservation-invalide", $"Les noms se gardent de 1 à {ConservationMax} mois."));
        var comparaison = new Comparaison().Noter("conservation", ConservationMois, mois);
        if (!comparaison.EstVide)
        {
            ConservationMois = mois;
            Record(new ConservationFixee(atelier.Ids, atelier.Id, atelier.Description.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Erases every name, address and personal link; counts by organisation stay.</summary>
    /// <param name="courriels">How many messages are erased with them.</param>
    /// <exception cref="BusinessRuleException">Nobody is on the list.</exception>
    public void Effacer(Atelier atelier, int courriels, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            _personnes.Count == 0 && courriels == 0, "rien-a-effacer", "Aucun nom n’est gardé pour cet atelier."));
        var nombre = _personnes.Count;
        Compter(_personnes);
        _personnes.Clear();
        EffaceeLe = now;
        Record(new AssistanceEffacee(atelier.Ids, atelier.Id, atelier.Description.Intitule, nombre, courriels, now));
    }

    private PersonneAtelier Trouver(PersonneAtelierId id) =>
        _personnes.Find(p => p.Id == id)
        ?? throw new BusinessRuleException("personne-inconnue", "Cette personne n’est plus dans la liste.");

    private void Compter(IReadOnlyCollection<PersonneAtelier> personnes)
    {
        var comptes = CompteOrganisation.Reunir([.. _comptes, .. personnes.Select(CompteOrganisation.De)]);
        _comptes.Clear();
        _comptes.AddRange(comptes);
    }
}
