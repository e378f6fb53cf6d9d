using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>What was last announced: as long as it holds, nobody is written to twice.</summary>
public sealed record Annonce(string Intitule, DateOnly? Date, TimeOnly? Heure, TimeOnly? Fin, string? Lieu)
{
    public static Annonce De(Atelier atelier) => new(
        atelier.Description.Intitule, atelier.Description.Date, atelier.Description.Heure, atelier.HeureDeFin, atelier.Description.Lieu);

    internal bool MemeMoment(Annonce autre) => (Date, Heure) == (autre.Date, autre.Heure);
}

public enum NatureEnvoi
{
    /// <summary>A first message.</summary>
    Invitation,

    /// <summary>The day, the hours, the place or the title changed since the last message.</summary>
    Changement,

    /// <summary>The day is no longer known: the calendar entry is withdrawn.</summary>
    Report,

    /// <summary>The workshop will not take place.</summary>
    Annulation,
}

public sealed record EnvoiPersonne(PersonneAtelier Personne, NatureEnvoi Nature);

/// <summary>Who would be written to now, and why.</summary>
/// <param name="Sequence">Of the calendar entry: grows each time what was announced changes.</param>
/// <param name="Avant">What was announced before; null the first time.</param>
/// <param name="SansCourriel">Invited people who must be told otherwise.</param>
public sealed record EnvoiInvitations(
    IReadOnlyList<EnvoiPersonne> Personnes, int Sequence, Annonce Annonce, Annonce? Avant, int SansCourriel)
{
    public int Combien(NatureEnvoi nature) => Personnes.Count(p => p.Nature == nature);
}

public sealed partial class Assistance
{
    /// <summary>Null until a first message was sent.</summary>
    public Annonce? Annonce { get; private set; }

    public int Sequence { get; private set; }

    public DateTimeOffset? DernierEnvoiLe { get; private set; }

    /// <summary>Shown before sending; <see cref="Envoyer"/> follows it.</summary>
    public EnvoiInvitations EnvoiPrevu(Atelier atelier)
    {
        var annonce = Ateliers.Annonce.De(atelier);
        var annule = atelier.Statut == StatutAtelier.Annule;
        var change = Annonce is not null && (annule || Annonce != annonce);
        return new(
            [.. Personnes.Where(p => p is { Invitee: true, Courriel: not null }).Select(p => (Personne: p, Nature: Nature(p)))
                .Where(e => e.Nature is not null).Select(e => new EnvoiPersonne(e.Personne, e.Nature!.Value))],
            change ? Sequence + 1 : Sequence,
            annonce,
            Annonce,
            _personnes.Count(p => p is { Invitee: true, Courriel: null }));

        NatureEnvoi? Nature(PersonneAtelier personne) => (personne.InviteeLe, annonce.Date) switch
        {
            (null, null) => null,
            (null, _) => annule ? null : NatureEnvoi.Invitation,
            (_, _) when !change => null,
            (_, _) when annule => NatureEnvoi.Annulation,
            // nothing to withdraw twice
            (_, null) => Annonce!.Date is null ? null : NatureEnvoi.Report,
            _ => NatureEnvoi.Changement,
        };
    }

    public IReadOnlyList<Obstacle> ObstaclesALEnvoi(Atelier atelier, EtapesAtelier etapes, DateOnly aujourdhui)
    {
        var prevu = EnvoiPrevu(atelier);
        return
        [
            .. atelier.ObstaclesALaModification(etapes),
            .. When(atelier.Description.Date is null && Annonce is null, "date-absente", "Fixez la date de l’atelier avant d’inviter."),
            .. When(atelier.Description.Date < aujourdhui, "atelier-passe", "La date de l’atelier est passée."),
            .. When(
                prevu.Personnes.Count == 0 && (atelier.Description.Date is not null || Annonce is not null),
                "personne-a-inviter",
                _personnes.Exists(p => p.InviteeLe is not null)
                    ? "Toutes les personnes qui ont une adresse sont déjà invitées, et rien n’a changé depuis."
                    : "Ajoutez au moins une personne avec son adresse de courriel."),
        ];
    }

    /// <summary>Notes that messages leave now, to those not told yet; an answer given for another moment is asked again.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, past, or nobody to write to.</exception>
    public EnvoiInvitations Envoyer(Atelier atelier, EtapesAtelier etapes, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALEnvoi(atelier, etapes, now.JourEnFrance()));
        return NoterEnvoi(atelier, now);
    }

    /// <summary>After the workshop was given up: those who had been invited are told. Nobody is when nobody had been.</summary>
    public EnvoiInvitations EnvoyerAnnulation(Atelier atelier, DateTimeOffset now) => NoterEnvoi(atelier, now);

    /// <summary>The answer of the person who holds the personal link; the last one counts.</summary>
    /// <exception cref="BusinessRuleException">The link is unknown, or answers are no longer taken.</exception>
    public void Repondre(Atelier atelier, string jeton, ReponseInvitation reponse, EtapesAtelier etapes, DateTimeOffset now)
    {
        var personne = _personnes.Find(p => p.Jeton == jeton)
            ?? throw new BusinessRuleException("lien-inconnu", "Ce lien n’est plus valable.");
        BusinessRuleException.ThrowIfAny(ObstaclesALaReponse(atelier, etapes, now.JourEnFrance()));
        if (personne.Reponse != reponse)
        {
            (personne.Reponse, personne.ReponduLe) = (reponse, now);
            Record(new InvitationRepondue(atelier.Ids, atelier.Id, atelier.Description.Intitule, reponse, now));
        }
    }

    public static IReadOnlyList<Obstacle> ObstaclesALaReponse(Atelier atelier, EtapesAtelier etapes, DateOnly aujourdhui) =>
    [
        .. When(atelier.Statut == StatutAtelier.Annule, "atelier-annule", "Cet atelier est annulé : il n’aura pas lieu."),
        .. When(
            atelier.Statut == StatutAtelier.Clos || atelier.Description.Date < aujourdhui || etapes.Obstacles().Count > 0,
            "reponses-closes", "Cet atelier a eu lieu : les réponses ne sont plus attendues."),
    ];

    private EnvoiInvitations NoterEnvoi(Atelier atelier, DateTimeOffset now)
    {
        var envoi = EnvoiPrevu(atelier);
        if (envoi.Personnes.Count == 0)
        {
            return envoi;
        }

        var autreMoment = envoi.Avant is not null && !envoi.Avant.MemeMoment(envoi.Annonce);
        foreach (var (personne, _) in envoi.Personnes)
        {
            personne.InviteeLe = now;
            if (autreMoment)
            {
                (personne.Reponse, personne.ReponduLe) = (null, null);
            }
        }

        // given up, nothing is announced any more: reopened, the same day is news again
        var annonce = atelier.Statut == StatutAtelier.Annule ? envoi.Annonce with { Date = null } : envoi.Annonce;
        (Annonce, Sequence, DernierEnvoiLe) = (annonce, envoi.Sequence, now);
        Record(new InvitationsEnvoyees(
            atelier.Ids, atelier.Id, atelier.Description.Intitule, envoi.Combien(NatureEnvoi.Invitation), envoi.Combien(NatureEnvoi.Changement),
            envoi.Combien(NatureEnvoi.Report) + envoi.Combien(NatureEnvoi.Annulation), now));
        return envoi;
    }
}
