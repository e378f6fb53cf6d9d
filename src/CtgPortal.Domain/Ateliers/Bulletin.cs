using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>What points are given to: a group, or a contribution that is in none.</summary>
public readonly record struct SujetId(Guid Value) : IStronglyTypedId<SujetId>
{
    public static SujetId From(Guid value) => new(value);
}

/// <summary>The points of one participant in one round, saved whole: sending the same again changes nothing.</summary>
public sealed class Bulletin : AggregateRoot
{
    private readonly List<PointsDonnes> _lignes = [];

    private Bulletin()
    {
    }

    public AtelierId AtelierId { get; private init; }

    public int Tour { get; private init; }

    public ParticipantId ParticipantId { get; private init; }

    public IReadOnlyList<PointsDonnes> Lignes => _lignes;

    public static Bulletin Prendre(Salle salle, ParticipantSalle participant) =>
        new() { AtelierId = salle.AtelierId, Tour = salle.Tour, ParticipantId = participant.Id };

    /// <summary>Replaces what the participant had given.</summary>
    /// <param name="tour">The round that the participant was looking at.</param>
    /// <param name="sujets">Those of the room now.</param>
    /// <exception cref="BusinessRuleException">Not the time for points, an older round, an unknown subject, or more points than one has.</exception>
    public void Repartir(
        IReadOnlyList<PointsDonnes> points, int tour, Salle salle, SituationAtelier atelier, IReadOnlySet<SujetId> sujets)
    {
        BusinessRuleException.ThrowIfAny(salle.ObstaclesALaParticipation(atelier));
        BusinessRuleException.ThrowIfAny(When(
            salle.Phase != PhaseSalle.Points || salle.Tour != Tour || tour != Tour, "points-fermes", "Ce n’est pas, ou plus, le moment de donner des points."));
        var donnes = points.Where(p => p.Nombre != 0).ToList();
        var max = salle.MaxParSujet ?? salle.PointsParParticipant;
        BusinessRuleException.ThrowIfAny(
        [
            .. When(donnes.Any(p => p.Nombre < 0), "points-negatifs", "On donne des points, on n’en retire pas."),
            .. When(donnes.DistinctBy(p => p.Sujet).Count() < donnes.Count, "sujet-double", "Un sujet figure deux fois."),
            .. When(donnes.Any(p => !sujets.Contains(p.Sujet)), "sujet-inconnu", "Un de ces sujets n’est plus proposé."),
            .. When(donnes.Any(p => p.Nombre > max), "sujet-trop-charge", $"Un sujet reçoit au plus {max} de vos points."),
            .. When(
                donnes.Sum(p => (long)p.Nombre) > salle.PointsParParticipant, "points-trop-nombreux",
                $"Vous avez {salle.PointsParParticipant} points à donner, pas davantage."),
        ]);
        if (Revision > 0 && donnes.ToHashSet().SetEquals(_lignes))
        {
            return;
        }

        _lignes.Clear();
        _lignes.AddRange(donnes);
        RecordQuietly();
    }
}

public sealed record PointsDonnes(SujetId Sujet, int Nombre);
