using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>Before the room: agenda, series, sharing, and giving the workshop up.</summary>
public sealed partial class Atelier
{
    private readonly List<EtapeAgenda> _agenda = [];

    /// <summary>In the order of the day.</summary>
    public IReadOnlyList<EtapeAgenda> Agenda => [.. _agenda.OrderBy(e => e.Rang)];

    /// <summary>In minutes.</summary>
    public int DureeTotale => _agenda.Sum(e => e.Duree);

    /// <summary>The announced end, else the one that the agenda gives; null when neither is known.</summary>
    public TimeOnly? HeureDeFin => Description.HeureFin
        ?? (_agenda.Count == 0 ? null : Description.Heure?.AddMinutes(DureeTotale));

    /// <summary>Replaces the agenda; a step that keeps its id keeps its identity.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, or steps that break a rule.</exception>
    public void DefinirAgenda(IReadOnlyCollection<SaisieEtape> etapes, EtapesAtelier stades, DateTimeOffset now)
    {
        ExigerOuvert(stades);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(etapes.Count > EtapeAgenda.EtapesMax, "agenda-trop-long", $"L’ordre du jour compte au plus {EtapeAgenda.EtapesMax} étapes."),
            .. When(
                etapes.Sum(e => (long)e.Duree) > EtapeAgenda.TotalMax,
                "agenda-trop-long", $"L’ordre du jour dépasse {EtapeAgenda.TotalMax / 60} heures."),
        ]);
        var avant = Agenda;
        var connues = avant.ToDictionary(e => e.Id);
        List<EtapeAgenda> nouvelles = [.. etapes.Select((e, i) => new EtapeAgenda(e.Id is { } id && connues.Remove(id) ? e : e with { Id = null }, i + 1))];
        var comparaison = new Comparaison().Noter("agenda", avant, nouvelles);
        if (comparaison.EstVide && nouvelles.Select(Details).SequenceEqual(avant.Select(Details)))
        {
            return;
        }

        _agenda.RemoveAll(e => !nouvelles.Exists(n => n.Id == e.Id));
        foreach (var nouvelle in nouvelles)
        {
            if (_agenda.Find(e => e.Id == nouvelle.Id) is { } gardee)
            {
                gardee.Devenir(nouvelle);
            }
            else
            {
                _agenda.Add(nouvelle);
            }
        }

        Record(new AgendaDefini(Ids, Id, Description.Intitule, now) { Changements = comparaison.Changements });

        static (string? Animateur, string? Note) Details(EtapeAgenda etape) => (etape.Animateur, etape.Note);
    }

    /// <summary>The name of a series only groups: a closed workshop follows the others, a frozen one refuses.</summary>
    /// <exception cref="BusinessRuleException">Frozen, or no name given.</exception>
    public void RenommerSerie(string serie, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(etapes.Obstacles());
        var apres = Texte.Obligatoire(serie, "serie", DescriptionAtelier.CourtLongueurMax);
        var comparaison = new Comparaison().Noter("serie", Description.Serie, apres);
        if (!comparaison.EstVide)
        {
            Description = Description with { Serie = apres };
            Record(new SerieRenommee(Ids, Id, Description.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>One more convention holds the workshop; both histories tell it.</summary>
    /// <param name="territoire">Its holders, as the history names them.</param>
    /// <param name="etapes">Of every convention, the one to come included.</param>
    /// <exception cref="BusinessRuleException">Closed, frozen on either side, or already shared.</exception>
    public void Partager(ConventionId convention, string territoire, EtapesAtelier etapes, DateTimeOffset now)
    {
        ExigerOuvert(etapes);
        BusinessRuleException.ThrowIfAny(When(
            Ids.Contains(convention), "deja-partage", "Cette convention partage déjà l’atelier."));
        _conventions.Add(new(convention));
        Record(new AtelierPartage(Ids, Id, Description.Intitule, territoire, now));
    }

    /// <summary>A convention no longer holds the workshop; both histories tell it.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen on either side, the last one, or not one of them.</exception>
    public void RetirerDuPartage(ConventionId convention, string territoire, EtapesAtelier etapes, DateTimeOffset now)
    {
        ExigerOuvert(etapes);
        var partage = _conventions.Find(c => c.ConventionId == convention)
            ?? throw new BusinessRuleException("partage-inconnu", "Cette convention ne partage plus l’atelier.");
        BusinessRuleException.ThrowIfAny(When(
            _conventions.Count == 1, "convention-absente", "Un atelier appartient à au moins une convention."));
        var avant = Ids;
        _conventions.Remove(partage);
        Record(new AtelierRetireDuPartage(avant, Id, Description.Intitule, territoire, now));
    }

    public IReadOnlyList<Obstacle> ObstaclesALAnnulation(EtapesAtelier etapes) => ObstaclesALaModification(etapes);

    /// <summary>It will not take place. What was prepared is kept: it may be reopened.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, already given up, or no reason given.</exception>
    public void Annuler(string? motif, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesALAnnulation(etapes),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        Statut = StatutAtelier.Annule;
        Record(new AtelierAnnule(Ids, Id, Description.Intitule, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax), now));
    }
}
