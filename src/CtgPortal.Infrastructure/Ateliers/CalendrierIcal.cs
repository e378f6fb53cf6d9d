using System.Text;
using CtgPortal.Application.Ateliers;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CtgPortal.Infrastructure.Ateliers;

/// <summary>Calendar entries in the time of Paris, with its rules, so that an agenda set elsewhere shows the right hour.</summary>
internal sealed class CalendrierIcal : ICalendrier
{
    private const string Fuseau = "Europe/Paris";

    public byte[] Ecrire(RendezVous rendezVous)
    {
        var calendrier = new Calendar
        {
            ProductId = "-//CtgPortal//Ateliers//FR",
            Method = rendezVous.Methode.ToString().ToUpperInvariant(),
        };
        if (rendezVous.Debut is not null)
        {
            calendrier.AddTimeZone(VTimeZone.FromDateTimeZone(
                Fuseau, rendezVous.Date.AddYears(-1).ToDateTime(TimeOnly.MinValue), includeHistoricalData: false));
        }

        calendrier.Events.Add(Evenement(rendezVous));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendrier)!);
    }

    private static CalendarEvent Evenement(RendezVous r)
    {
        var evenement = new CalendarEvent
        {
            Uid = r.Uid,
            Sequence = r.Sequence,
            Summary = r.Titre,
            Location = r.Lieu,
            Description = r.Description,
            DtStamp = new CalDateTime(r.Horodatage.UtcDateTime),
            Start = Moment(r.Date, r.Debut),
            End = r switch
            {
                { Debut: null } => Moment(r.Date.AddDays(1), null),
                { Fin: { } fin } => Moment(fin > r.Debut ? r.Date : r.Date.AddDays(1), fin),
                _ => null,
            },
            Status = r.Methode == MethodeCalendrier.Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
        if (r.Organisateur is not null)
        {
            evenement.Organizer = new Organizer("mailto:" + r.Organisateur) { CommonName = r.NomOrganisateur };
        }

        if (r.Participant is not null)
        {
            // answers are given on the personal page: the calendar must not ask for one by mail too
            evenement.Attendees.Add(new Attendee("mailto:" + r.Participant)
            {
                Rsvp = false,
                ParticipationStatus = EventParticipationStatus.NeedsAction,
                Role = ParticipationRole.RequiredParticipant,
            });
        }

        return evenement;
    }

    private static CalDateTime Moment(DateOnly jour, TimeOnly? heure) =>
        heure is { } h ? new CalDateTime(jour, h, Fuseau) : new CalDateTime(jour);
}
