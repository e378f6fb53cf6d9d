using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Deliberations;

/// <summary>The act of each party, and what is still missing of it.</summary>
public static class ListerDeliberations
{
    /// <param name="Avenant">Whose signature they authorise; null for the convention itself.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AvenantId? Avenant = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="PeutEnregistrer">By role and by stage.</param>
    /// <param name="Avenants">Those whose acts can be read, the first one first.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Ligne> Lignes, bool PeutEnregistrer, AvenantExistant? Avenant, IReadOnlyList<AvenantExistant> Avenants);

    /// <param name="Acte">Null when nothing is written down.</param>
    public sealed record Ligne(PartieId Partie, TypePartie Type, string Nom, DescriptionActe? Acte, EtatActe Etat, IReadOnlyList<FichierDActe> Fichiers);

    public sealed record FichierDActe(PieceId Fichier, string Libelle, UsagePiece? Usage);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var ici = await db.DansAsync(query.Convention, cancellationToken);
            var convention = await ici.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            if (await ici.LirePartiesDActeAsync(convention, query.Avenant, cancellationToken) is not var (avenant, parties))
            {
                return null;
            }

            var avenants = await ici.Avenants.Where(a => a.ConventionId == query.Convention && a.Statut != StatutAvenant.Abandonne).OrderBy(a => a.Numero)
                .Select(a => new AvenantExistant(a.Id, a.Numero, a.Statut)).ToListAsync(cancellationToken);
            var deliberations = await ici.LireDeliberationsAsync(query.Convention, query.Avenant, cancellationToken);
            var fichiers = (await (
                    from j in ici.PiecesJointes
                    from p in ici.Pieces
                    where j.ConventionId == query.Convention && j.DeliberationId != null && p.PieceJointeId == j.Id
                    orderby j.Le, j.Nom, j.Id
                    select new { Deliberation = j.DeliberationId!.Value, Fichier = new FichierDActe(p.Id, j.Description ?? j.Nom, j.Usage) })
                .ToListAsync(cancellationToken)).ToLookup(x => x.Deliberation, x => x.Fichier);
            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            return new(
                enTete,
                [
                    .. parties.Select(p =>
                    {
                        var acte = deliberations.GetValueOrDefault(p.Id);
                        IReadOnlyList<FichierDActe> siens = acte is null ? [] : [.. fichiers[acte.Id]];
                        return new Ligne(p.Id, p.Type, p.Nom, acte?.Description, convention.Etat(p, acte, [.. siens.Select(f => f.Usage)], aujourdhui), siens);
                    }),
                ],
                enTete.PeutEnregistrerUnActe(avenant?.Statut),
                avenant,
                avenants);
        }
    }
}
