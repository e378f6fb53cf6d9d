using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Fins;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Fins;

/// <summary>How a convention ends before its term: the act that runs, those taken back, and whether one may be written down.</summary>
public static class ConsulterFin
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Actes">From the last one.</param>
    /// <param name="Obstacles">To writing one down.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<PartieLue> Parties, IReadOnlyList<ActeLu> Actes, IReadOnlyList<Obstacle> Obstacles);

    public sealed record PartieLue(PartieId Id, string Nom);

    /// <param name="Retirable">Before its effect.</param>
    public sealed record ActeLu(
        ActeDeFinId Id, int Revision, NatureFin Nature, string? Partie, string Motif, DateOnly ActeLe, int PreavisMois, DateOnly EffetLe, PieceId Document, string DocumentNom,
        StatutFin Statut, DateTimeOffset? RetireLe, string? MotifRetrait, bool Retirable);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            var actes = await db.Fins.Where(f => f.ConventionId == query.Convention).OrderByDescending(f => f.EnregistreLe).ToListAsync(cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            return new(
                enTete, [.. convention.Parties.Select(p => new PartieLue(p.Id, p.Nom))],
                [
                    .. actes.Select(a => new ActeLu(
                        a.Id, a.Revision, a.Nature, a.Partie, a.Motif, a.ActeLe, a.PreavisMois, a.EffetLe, a.DocumentId, a.DocumentNom, a.Statut, a.RetireLe, a.MotifRetrait,
                        a.ObstaclesARetirer(aujourdhui).Count == 0)),
                ],
                ActeDeFin.ObstaclesAEnregistrer(enTete.Statut, actes.Exists(a => a.Statut == StatutFin.EnPreavis)));
        }
    }
}
