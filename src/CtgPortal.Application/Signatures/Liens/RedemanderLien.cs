using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>
/// Sends a new link in place of one that no longer serves: for the same line, or for the line that follows it on the version to sign
/// now. It goes to the address of that line, whoever asks.
/// </summary>
public static class RedemanderLien
{
    /// <summary>In an hour, for one line.</summary>
    public const int ParHeureMax = 3;

    [Public]
    public sealed record Command(ConventionId Convention, string Jeton) : IRequest<Issue>;

    public enum Issue
    {
        Envoye,

        /// <summary>Nothing would open: the person is not asked any more.</summary>
        SansObjet,

        /// <summary>Several have been sent within the hour.</summary>
        DejaEnvoye,
    }

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, IPorteur porteur, TimeProvider clock) : IRequestHandler<Command, Issue>
    {
        public Task<Issue> Handle(Command command, CancellationToken cancellationToken) =>
            db.SousVerrouAsync(command.Convention, exclusif: true, () => RedemanderAsync(command, cancellationToken), cancellationToken);

        private async Task<Issue> RedemanderAsync(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lu = await read.ExigerLienAsync(command.Jeton, porteur, cancellationToken);
            var etat = lu.Lien.Etat(await db.LoadDuLienAsync(lu, command.Convention, cancellationToken), now);
            var ligne = etat switch
            {
                EtatLien.Perime or EtatLien.Refuse or EtatLien.Valide => lu.Ligne,
                EtatLien.AutreVersion when lu.LigneSuivante is { Etat: EtatLigne.Appelee or EtatLigne.Refusee } suivante => suivante,
                _ => null,
            };
            if (ligne?.Courriel is null)
            {
                return Issue.SansObjet;
            }

            var (id, depuis) = (ligne.Id, now.AddHours(-1));
            if (await db.Courriels.CountAsync(c => c.LigneId == id && c.Secret == SecretDeCourriel.LienSignature && c.CreeLe > depuis, cancellationToken) >= ParHeureMax)
            {
                return Issue.DejaEnvoye;
            }

            db.Courriels.Add(MessagesLien.Lien(ligne, lu.Intitule, lu.Circuit.AvenantNumero, now));
            await db.SaveChangesAsync(cancellationToken);
            return Issue.Envoye;
        }
    }
}
