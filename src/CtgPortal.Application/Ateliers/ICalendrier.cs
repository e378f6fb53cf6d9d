namespace CtgPortal.Application.Ateliers;

public enum MethodeCalendrier
{
    /// <summary>To import: nobody is asked anything.</summary>
    Publish,

    /// <summary>An invitation, or its change under a greater sequence.</summary>
    Request,

    Cancel,
}

/// <summary>One calendar entry, in the time of metropolitan France.</summary>
/// <param name="Uid">The same for the whole life of the workshop.</param>
/// <param name="Debut">Null: the whole day.</param>
/// <param name="Fin">Null when it is not known.</param>
/// <param name="Organisateur">Address of the person who invites.</param>
/// <param name="Participant">Address of the person invited; null when the entry is published.</param>
public sealed record RendezVous(
    MethodeCalendrier Methode,
    string Uid,
    int Sequence,
    string Titre,
    DateOnly Date,
    TimeOnly? Debut,
    TimeOnly? Fin,
    string? Lieu,
    string? Description,
    string? Organisateur,
    string? NomOrganisateur,
    string? Participant,
    DateTimeOffset Horodatage);

/// <summary>Writes calendar files (RFC 5545, 5546).</summary>
public interface ICalendrier
{
    byte[] Ecrire(RendezVous rendezVous);
}
