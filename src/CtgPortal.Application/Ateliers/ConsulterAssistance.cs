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

namespace CtgPortal.Application.Ateliers;

/// <summary>The people of a workshop, by name: for those who prepare it only.</summary>
public static class ConsulterAssistance
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Envoi">Who would be written to now, and why.</param>
    /// <param name="Apercu">The message as its first reader would get it.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        AtelierId Id,
        DescriptionAtelier Description,
        StatutAtelier Statut,
        PreparationAtelier Preparation,
        SyntheseInvitations Synthese,
        IReadOnlyList<Personne> Personnes,
        EnvoiInvitations Envoi,
        string Objet,
        string Apercu,
        bool MessagerieConfiguree,
        IReadOnlyList<Obstacle> ObstaclesALaModification,
        IReadOnlyList<Obstacle> ObstaclesALEnvoi)
    {
        public bool Modifiable => ObstaclesALaModification.Count == 0;
    }

    public sealed record Personne(
        PersonneAtelierId Id, string? Nom, string? Fonction, string Organisation, string? Courriel, bool Invitee, bool Presente,
        DateTimeOffset? InviteeLe, ReponseInvitation? Reponse);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, MessagesInvitation messages, IEtatMessagerie messagerie, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken);
            if (enTete is null || atelier is null)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var assistance = await db.Assistances.SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken)
                ?? Assistance.Commencer(atelier.Id, now);
            var etapes = await db.EtapesAsync(atelier, enTete, cancellationToken);
            var envoi = assistance.EnvoiPrevu(atelier);
            return new(
                enTete,
                atelier.Id,
                atelier.Description,
                atelier.Statut,
                PreparationAtelier.De(atelier, assistance),
                SyntheseInvitations.De(atelier, assistance),
                [.. assistance.Personnes.Select(p => new Personne(p.Id, p.Nom, p.Fonction, p.Organisation, p.Courriel, p.Invitee, p.Presente, p.InviteeLe, p.Reponse))],
                envoi,
                MessagesInvitation.Objet(atelier, envoi.Personnes.Count == 0 ? NatureEnvoi.Invitation : envoi.Personnes[0].Nature),
                messages.Apercu(atelier, assistance, envoi),
                messagerie.EstConfiguree,
                atelier.ObstaclesALaModification(etapes),
                assistance.ObstaclesALEnvoi(atelier, etapes, now.JourEnFrance()));
        }
    }
}
