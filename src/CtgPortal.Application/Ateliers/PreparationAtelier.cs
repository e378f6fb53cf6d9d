using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Application.Ateliers;

/// <summary>What surrounds the room, for the page of the workshop.</summary>
/// <param name="Fin">Announced, or computed from the agenda.</param>
/// <param name="DepasseDe">Minutes by which the agenda goes beyond the announced end.</param>
/// <param name="Invitations">Null for those who do not prepare workshops, and while nobody is listed.</param>
public sealed record PreparationAtelier(
    IReadOnlyList<EtapeHoraire> Agenda,
    int Duree,
    TimeOnly? Debut,
    TimeOnly? Fin,
    int DepasseDe,
    IReadOnlyList<LigneBilan> Bilan,
    SyntheseInvitations? Invitations)
{
    internal static PreparationAtelier De(Atelier atelier, Assistance? assistance)
    {
        var (debut, finAnnoncee) = (atelier.Description.Heure, atelier.Description.HeureFin);
        var depasse = debut is { } d && finAnnoncee is { } f ? atelier.DureeTotale - (int)(f - d).TotalMinutes : 0;
        return new(
            EtapeHoraire.Derouler(atelier.Agenda, debut),
            atelier.DureeTotale,
            debut,
            atelier.HeureDeFin,
            Math.Max(0, depasse),
            [.. BilanPresence.De(atelier.Organisations, assistance).OrderBy(l => l.Organisation, Alphabet.Francais)],
            assistance is null ? null : SyntheseInvitations.De(atelier, assistance));
    }
}

/// <param name="AEnvoyer">Messages that sending now would write.</param>
public sealed record SyntheseInvitations(
    int Invitees, int Attendues, int Absentes, int NeSaventPas, int SansReponse, DateTimeOffset? DernierEnvoiLe, int AEnvoyer, bool Change,
    int NomsGardes, DateOnly EffacementLe, DateTimeOffset? EffaceeLe, int ConservationMois)
{
    internal static SyntheseInvitations De(Atelier atelier, Assistance assistance)
    {
        var invitees = assistance.Personnes.Where(p => p.Invitee).ToList();
        var envoi = assistance.EnvoiPrevu(atelier);
        return new(
            invitees.Count,
            invitees.Count(p => p.Reponse == ReponseInvitation.Present),
            invitees.Count(p => p.Reponse == ReponseInvitation.Absent),
            invitees.Count(p => p.Reponse == ReponseInvitation.NeSaitPas),
            invitees.Count(p => p.Reponse is null),
            assistance.DernierEnvoiLe,
            envoi.Personnes.Count,
            envoi.Avant is not null && envoi.Avant != envoi.Annonce,
            assistance.Personnes.Count,
            assistance.EffacementPrevuLe(atelier),
            assistance.EffaceeLe,
            assistance.ConservationMois);
    }
}
