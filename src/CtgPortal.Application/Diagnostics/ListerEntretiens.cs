using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Who was heard, which communes were and which not yet, and the existing documents that the diagnostic takes up.</summary>
public static class ListerEntretiens
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Communes">Of the perimeter, by name.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        ReperesDiagnostic Reperes,
        IReadOnlyList<Ligne> Entretiens,
        IReadOnlyList<LigneDocument> Documents,
        IReadOnlyList<CommuneDuPerimetre> Communes,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public int CommunesEntendues => Communes.Count(c => c.Entretiens.Count > 0);

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record Ligne(EntretienId Id, string Intitule, DateOnly? Date, IReadOnlyList<string> Themes, IReadOnlyList<string> Communes, int Pieces);

    public sealed record LigneDocument(DocumentExistantId Id, DescriptionDocument Description, int Pieces);

    /// <param name="Entretiens">Those that heard it; empty as long as none did.</param>
    public sealed record CommuneDuPerimetre(string Code, string Nom, int? Population, IReadOnlyList<EntretienId> Entretiens);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        private static readonly StringComparer ParNom = StringComparer.Create(new("fr-FR"), ignoreCase: true);

        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || !await db.Diagnostics.AnyAsync(d => d.ConventionId == query.Convention, cancellationToken))
            {
                return null;
            }

            var reperes = await db.LireReperesAsync(query.Convention, cancellationToken);
            var entretiens = await db.Entretiens.Where(e => e.ConventionId == query.Convention).ToListAsync(cancellationToken);
            var pieces = await db.PiecesJointes.Where(j => j.ConventionId == query.Convention && j.EntretienId != null)
                .GroupBy(j => j.EntretienId!.Value).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, cancellationToken);
            var documents = await db.DocumentsExistants.Where(d => d.ConventionId == query.Convention).OrderBy(d => d.Id)
                .Select(d => new LigneDocument(d.Id, d.Description, db.PiecesJointes.Count(j => j.DocumentExistantId == d.Id)))
                .ToListAsync(cancellationToken);
            var perimetre = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            return new(
                enTete, reperes,
                [
                    .. entretiens.OrderBy(e => e.Description.Date is null).ThenByDescending(e => e.Description.Date).ThenBy(e => e.Description.Intitule, ParNom).ThenBy(e => e.Id.Value)
                        .Select(e => new Ligne(
                            e.Id, e.Description.Intitule, e.Description.Date, e.Description.Themes, [.. e.Communes.Select(c => c.Nom)], pieces.GetValueOrDefault(e.Id))),
                ],
                documents,
                [
                    .. perimetre.OrderBy(c => c.Nom, ParNom).Select(c => new CommuneDuPerimetre(
                        c.Code, c.Nom, c.Population, [.. entretiens.Where(e => e.Communes.Any(x => x.Code == c.Code)).Select(e => e.Id)])),
                ],
                new EtatDiagnostic(enTete.Statut, reperes.EstValide).Obstacles());
        }
    }
}
