using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Acces;

/// <summary>Who is acting. Jobs act as nobody: <see cref="Id"/> is null and no habilitation is held.</summary>
public interface IUtilisateurCourant
{
    UtilisateurId? Id { get; }

    /// <summary>As written in the journal at the time of the act: first name and last name, or the name of the job.</summary>
    string Nom { get; }

    /// <summary>Professional address, lower case; null for jobs.</summary>
    string? Courriel { get; }

    IReadOnlyList<Habilitation> Habilitations { get; }
}
