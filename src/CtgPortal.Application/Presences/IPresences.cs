using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Presences;

/// <summary>The table of those who are there: one SQL command each, whatever the number of nodes and of people.</summary>
public interface IPresences
{
    /// <summary>Notes that the person is there, and forgets whoever was last seen before the limit.</summary>
    Task NoterAsync(
        ConventionId convention, CiblePresence cible, SectionDeFiche? section, UtilisateurId qui, string nom, bool ecrit,
        DateTimeOffset now, DateTimeOffset limite, CancellationToken cancellationToken);

    Task OublierAsync(
        ConventionId convention, CiblePresence cible, SectionDeFiche? section, UtilisateurId qui, CancellationToken cancellationToken);

    /// <summary>Who last wrote an article, as the journal tells; null when it never changed since its model was copied.</summary>
    Task<(UtilisateurId? Par, string Nom, DateTimeOffset Le)?> DernierSurPassageAsync(
        ConventionId convention, string cle, CancellationToken cancellationToken);
}
