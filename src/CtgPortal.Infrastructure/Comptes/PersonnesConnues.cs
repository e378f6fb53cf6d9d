using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>Reads a person and what they hold with one SQL command.</summary>
internal sealed class PersonnesConnues(CtgDbContext db)
{
    /// <param name="sceau">The stamp that the session carries.</param>
    /// <returns>Null when the account is gone, deactivated, or changed its stamp: the session is over.</returns>
    public async Task<Personne?> ChargerAsync(Guid id, string sceau, CancellationToken cancellationToken) =>
        await Lire(db.Users.Where(u => u.Id == id && u.EstActif && u.SecurityStamp == sceau)).SingleOrDefaultAsync(cancellationToken) is { } lue
            ? new(new UtilisateurId(lue.Id), lue.Nom, lue.Courriel, lue.Habilitations)
            : null;

    /// <summary>For the demonstration data and for tests, which act as people of the directory.</summary>
    /// <exception cref="InvalidOperationException">No active account has this address.</exception>
    public async Task<Personne> ChargerAsync(string courriel, CancellationToken cancellationToken)
    {
        var lue = await Lire(db.Users.Where(u => u.EstActif && u.Email == courriel)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException("No active account has this address.");
        return new(new UtilisateurId(lue.Id), lue.Nom, lue.Courriel, lue.Habilitations);
    }

    private static IQueryable<Lecture> Lire(IQueryable<Utilisateur> utilisateurs) => utilisateurs
        .AsNoTracking().AsSingleQuery()
        .Select(u => new Lecture(u.Id, (u.Prenom + " " + u.Nom).Trim(), u.Email!, u.Habilitations.ToList()));

    private sealed record Lecture(Guid Id, string Nom, string Courriel, List<Habilitation> Habilitations);
}
