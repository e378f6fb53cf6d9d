using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Deliberations;

/// <summary>The act of one party with its files, or what a new one may be.</summary>
public static class ConsulterDeliberation
{
    /// <param name="Avenant">Whose signature it authorises; null for the convention itself.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, PartieId Partie, AvenantId? Avenant = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Revision">Of the act; 0 as long as none is written down.</param>
    /// <param name="Acte">Null when nothing is written down.</param>
    /// <param name="Siren">Of the party, when it holds the convention.</param>
    /// <param name="Pieces">Null as long as there is no act to attach them to.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, PartieId Partie, TypePartie Type, string Nom, string Departement, string? Siren, int Revision, DescriptionActe? Acte, EtatActe Etat,
        PiecesDuPorteur? Pieces, bool PeutEnregistrer, AvenantExistant? Avenant);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            if (await db.LirePartiesDActeAsync(convention, query.Avenant, cancellationToken) is not var (avenant, parties) || parties.FirstOrDefault(p => p.Id == query.Partie) is not { } partie)
            {
                return null;
            }

            var peutEnregistrer = enTete.PeutEnregistrerUnActe(avenant?.Statut);
            var acte = await db.Deliberations.SingleOrDefaultAsync(d => d.ConventionId == query.Convention && d.PartieId == query.Partie && d.AvenantId == query.Avenant, cancellationToken);
            var pieces = acte is null
                ? null
                : await db.LirePiecesAsync(query.Convention, PorteurPieces.De(acte.Id), peutEnregistrer, cancellationToken) with { Partie = partie.Id, Avenant = avenant?.Id };
            return new(
                enTete, partie.Id, partie.Type, partie.Nom, convention.Departement, convention.SirenDe(partie), acte?.Revision ?? 0, acte?.Description,
                convention.Etat(partie, acte, [.. pieces?.Lignes.Select(l => l.Usage) ?? []], clock.GetUtcNow().JourEnFrance()), pieces, peutEnregistrer, avenant);
        }
    }
}
