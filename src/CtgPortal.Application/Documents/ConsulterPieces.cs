using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

/// <summary>What is attached to one interview, existing document, fiche or délibération, for those who see it.</summary>
public static class ConsulterPieces
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, PorteurPieces Porteur) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Intitule">Of what bears them.</param>
    public sealed record Dossier(EnTeteConvention EnTete, string Intitule, PiecesDuPorteur Pieces);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await LirePorteurAsync(enTete, query.Porteur, cancellationToken) is not ({ } intitule, var peutModifier, var partie))
            {
                return null;
            }

            return new(enTete, intitule, await db.LirePiecesAsync(query.Convention, query.Porteur, peutModifier, cancellationToken) with { Partie = partie?.Partie, Avenant = partie?.Avenant });
        }

        private async Task<(string? Intitule, bool PeutModifier, LieuDActe? Partie)> LirePorteurAsync(
            EnTeteConvention enTete, PorteurPieces porteur, CancellationToken cancellationToken)
        {
            if (porteur.Fiche is { } fiche)
            {
                var lue = await db.FichesAction.Where(f => f.Id == fiche && f.ConventionId == enTete.Id)
                    .Select(f => new { f.Identite.Intitule, f.PiloteUtilisateurId }).SingleOrDefaultAsync(cancellationToken);
                var estPilote = lue?.PiloteUtilisateurId is { } pilote && pilote == utilisateur.Id;
                return (lue?.Intitule, CycleDeVie.PlanModifiable(enTete.Statut) && DroitsPlan.PeutRediger(enTete.Roles, estPilote), null);
            }

            if (porteur.Deliberation is { } deliberation)
            {
                return await LireActeAsync(enTete, deliberation, cancellationToken);
            }

            var intitule = porteur.Entretien is { } entretien
                ? (await db.Entretiens.Where(e => e.Id == entretien && e.ConventionId == enTete.Id).Select(e => e.Description).SingleOrDefaultAsync(cancellationToken))?.Intitule
                : await db.DocumentsExistants.Where(d => d.Id == porteur.Document && d.ConventionId == enTete.Id).Select(d => d.Description.Intitule)
                    .SingleOrDefaultAsync(cancellationToken);
            return (intitule, enTete.PeutModifierLesSources(), null);
        }

        private async Task<(string? Intitule, bool PeutModifier, LieuDActe? Partie)> LireActeAsync(
            EnTeteConvention enTete, DeliberationId deliberation, CancellationToken cancellationToken)
        {
            var acte = await db.Deliberations.SingleOrDefaultAsync(d => d.Id == deliberation && d.ConventionId == enTete.Id, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == enTete.Id, cancellationToken);
            return acte is not null && await db.LirePartiesDActeAsync(convention, acte.AvenantId, cancellationToken) is var (avenant, parties)
                ? (parties.FirstOrDefault(p => p.Id == acte.PartieId)?.Nom, enTete.PeutEnregistrerUnActe(avenant?.Statut), new(acte.PartieId, acte.AvenantId))
                : (null, false, null);
        }

        private sealed record LieuDActe(PartieId Partie, AvenantId? Avenant);
    }

    /// <summary>By role and by state: the diagnostic is open, and the person writes in it.</summary>
    internal static bool PeutModifierLesSources(this EnTeteConvention enTete) =>
        enTete.Permet<ModifierEntretien.Command>() && new EtatDiagnostic(enTete.Statut, enTete.Etat.DiagnosticValide).Obstacles().Count == 0;
}
