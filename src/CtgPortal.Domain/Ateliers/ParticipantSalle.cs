using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct ParticipantId(Guid Value) : IStronglyTypedId<ParticipantId>
{
    public static ParticipantId From(Guid value) => new(value);

    public static ParticipantId New() => new(Guid.CreateVersion7());
}

/// <summary>Somebody in a room, known by what their browser holds; nobody has to say who they are.</summary>
public sealed class ParticipantSalle : AggregateRoot
{
    public const int PrenomLongueurMax = 60;
    public const int EmpreinteLongueur = 64;

    private ParticipantSalle()
    {
    }

    public ParticipantId Id { get; private init; }

    public AtelierId AtelierId { get; private init; }

    /// <summary>Of the secret in their browser, which is stored nowhere else.</summary>
    public string Empreinte { get; private init; } = "";

    /// <summary>Forgotten when the room closes.</summary>
    public string? Prenom { get; private set; }

    public string? Organisation { get; private set; }

    public DateTimeOffset ArriveLe { get; private init; }

    /// <exception cref="BusinessRuleException">The room is closed or full.</exception>
    public static ParticipantSalle Entrer(
        Salle salle, SituationAtelier atelier, string empreinte, string? prenom, string? organisation, int dejaLa, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. salle.ObstaclesALaParticipation(atelier),
            .. Conditions.When(dejaLa >= Salle.ParticipantsMax, "salle-pleine", "La salle est pleine. Parlez-en à l’animateur."),
        ]);
        var participant = new ParticipantSalle { Id = ParticipantId.New(), AtelierId = atelier.Id, Empreinte = empreinte, ArriveLe = now };
        participant.SeNommer(prenom, organisation);
        return participant;
    }

    public void SeNommer(string? prenom, string? organisation)
    {
        Prenom = Texte.Facultatif(prenom, "prenom", PrenomLongueurMax);
        Organisation = Texte.Facultatif(organisation, "organisation", Contribution.OrganisationLongueurMax);
        RecordQuietly();
    }
}
