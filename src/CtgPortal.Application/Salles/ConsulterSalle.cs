using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>The room as whoever leads it sees it.</summary>
public static class ConsulterSalle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Adresse">Where participants go; null while the room is closed.</param>
    /// <param name="AdresseCourte">The same without the code, to read out loud.</param>
    /// <param name="Obstacles">Why nothing may be changed; empty while the workshop is open.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, AtelierId Atelier, string Intitule, TableauSalle Tableau, string? Adresse, string AdresseCourte, ImageQr? Qr,
        IReadOnlyList<Obstacle> Obstacles)
    {
        public required DerouleSalle Deroule { get; init; }
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, ILectureSalle salles, ILiensPortail liens, IQrCode qr, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var atelier = await db.Ateliers
                .Where(a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention))
                .Select(a => new { a.Description.Intitule, a.Description.Date, a.Description.Heure, a.Statut, Conventions = a.Conventions.Select(c => c.ConventionId).ToList() })
                .SingleOrDefaultAsync(cancellationToken);
            if (enTete is null || atelier is null)
            {
                return null;
            }

            var voisines = atelier.Conventions.Where(c => c != query.Convention).ToList();
            var etapes = await db.Voisines.Where(v => voisines.Contains(v.Id)).Select(v => v.Statut).ToListAsync(cancellationToken);
            var situation = new SituationAtelier(query.Atelier, atelier.Statut, atelier.Conventions, new(enTete.Statut, etapes));
            var tableau = await salles.TableauAsync(query.Atelier, cancellationToken);
            var agenda = await db.Ateliers.Where(a => a.Id == query.Atelier).SelectMany(a => a.Agenda).OrderBy(e => e.Rang).ToListAsync(cancellationToken);
            var adresse = tableau.Code is { } code ? liens.Vers($"/salle/{code}") : null;
            return new(
                enTete, query.Atelier, atelier.Intitule, tableau, adresse, liens.Vers("/salle"), adresse is null ? null : qr.Dessiner(adresse),
                situation.Obstacles())
            {
                Deroule = DerouleSalle.De(agenda, atelier.Date, atelier.Heure, tableau.Salle.Minuteur, clock.GetUtcNow()),
            };
        }
    }
}
