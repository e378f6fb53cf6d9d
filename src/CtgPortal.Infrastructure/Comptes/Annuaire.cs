using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Comptes.ListerUtilisateurs;

namespace CtgPortal.Infrastructure.Comptes;

internal sealed class Annuaire(CtgDbContext db) : IAnnuaire
{
    public async Task<Page<Ligne>> ListerAsync(ListerUtilisateurs.Query query, CancellationToken cancellationToken)
    {
        var comptes = Filtrer(db.Users.AsNoTracking(), query);
        var total = await comptes.CountAsync(cancellationToken);
        var page = Pagination.Borner(query.Page, total, PageSize);
        var lignes = await Trier(comptes, query)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .AsSingleQuery()
            .Select(u => new
            {
                u.Id,
                u.Prenom,
                u.Nom,
                Courriel = u.Email!,
                u.Fonction,
                u.EstActif,
                AMotDePasse = u.PasswordHash != null,
                Habilitations = u.Habilitations.ToList(),
                u.DerniereConnexionLe,
            })
            .ToListAsync(cancellationToken);

        return new(
            [.. lignes.Select(u => new Ligne(
                new(u.Id), u.Prenom, u.Nom, u.Courriel, u.Fonction, EtatDe(u.EstActif, u.AMotDePasse), u.Habilitations, u.DerniereConnexionLe))],
            total, page, PageSize);
    }

    public async Task<ConsulterUtilisateur.Fiche> ConsulterAsync(UtilisateurId utilisateur, CancellationToken cancellationToken)
    {
        var u = await db.Users.AsNoTracking().AsSingleQuery().SingleOrDefaultAsync(u => u.Id == utilisateur.Value, cancellationToken)
            ?? throw new NotFoundException($"Account {utilisateur.Value} is unknown.");
        return new(
            utilisateur, u.Prenom, u.Nom, u.Email!, u.Fonction, EtatDe(u.EstActif, u.PasswordHash is not null), u.Habilitations,
            u.DerniereConnexionLe, u.ConcurrencyStamp!);
    }

    public async Task<ConsulterAdministration.Comptage> CompterAsync(CancellationToken cancellationToken)
    {
        var comptes = await db.Users.AsNoTracking()
            .GroupBy(u => new { u.EstActif, AMotDePasse = u.PasswordHash != null })
            .Select(g => new { g.Key.EstActif, g.Key.AMotDePasse, Nombre = g.Count() })
            .ToListAsync(cancellationToken);
        var courriels = await db.Courriels.AsNoTracking()
            .GroupBy(c => new { Envoye = c.EnvoyeLe != null, Abandonne = c.Tentatives >= Courriel.TentativesMax })
            .Select(g => new { g.Key.Envoye, g.Key.Abandonne, Nombre = g.Count() })
            .ToListAsync(cancellationToken);

        return new(
            comptes.Where(c => c.EstActif && c.AMotDePasse).Sum(c => c.Nombre),
            comptes.Where(c => c.EstActif && !c.AMotDePasse).Sum(c => c.Nombre),
            comptes.Where(c => !c.EstActif).Sum(c => c.Nombre),
            courriels.Where(c => !c.Envoye && !c.Abandonne).Sum(c => c.Nombre),
            courriels.Where(c => !c.Envoye && c.Abandonne).Sum(c => c.Nombre),
            courriels.Where(c => c.Envoye).Sum(c => c.Nombre));
    }

    private static IQueryable<Utilisateur> Filtrer(IQueryable<Utilisateur> comptes, ListerUtilisateurs.Query query)
    {
        if (query.Role is { } role)
        {
            comptes = comptes.Where(u => u.Habilitations.Any(h => h.Role == role));
        }

        comptes = query.Etat switch
        {
            Etat.Actif => comptes.Where(u => u.EstActif && u.PasswordHash != null),
            Etat.Invite => comptes.Where(u => u.EstActif && u.PasswordHash == null),
            Etat.Desactive => comptes.Where(u => !u.EstActif),
            _ => comptes,
        };

        // each word must be found somewhere, accents and case aside; PostgreSQL refuses the null character
        foreach (var mot in (query.Recherche ?? "").Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var motif = "%" + mot.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
            comptes = comptes.Where(u => EF.Functions.ILike(
                EF.Functions.Unaccent(u.Prenom + " " + u.Nom + " " + u.Email + " " + (u.Fonction ?? "")), EF.Functions.Unaccent(motif)));
        }

        return comptes;
    }

    private static IQueryable<Utilisateur> Trier(IQueryable<Utilisateur> comptes, ListerUtilisateurs.Query query) => (query.Tri, query.Decroissant) switch
    {
        (Tri.Courriel, false) => comptes.OrderBy(u => u.NormalizedEmail),
        (Tri.Courriel, true) => comptes.OrderByDescending(u => u.NormalizedEmail),
        (Tri.DerniereConnexion, false) => comptes.OrderBy(u => u.DerniereConnexionLe).ThenBy(u => u.NormalizedEmail),
        (Tri.DerniereConnexion, true) => comptes.OrderByDescending(u => u.DerniereConnexionLe != null)
            .ThenByDescending(u => u.DerniereConnexionLe).ThenBy(u => u.NormalizedEmail),
        (_, false) => comptes.OrderBy(u => u.Nom).ThenBy(u => u.Prenom).ThenBy(u => u.NormalizedEmail),
        (_, true) => comptes.OrderByDescending(u => u.Nom).ThenByDescending(u => u.Prenom).ThenByDescending(u => u.NormalizedEmail),
    };

    private static Etat EtatDe(bool estActif, bool aMotDePasse) => estActif ? aMotDePasse ? Etat.Actif : Etat.Invite : Etat.Desactive;
}
