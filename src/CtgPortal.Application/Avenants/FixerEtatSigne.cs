using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Versions;
using MediatR;

namespace CtgPortal.Application.Avenants;

/// <summary>Vouches that what is typed here is what was signed outside the portal: what changes is told from then on.</summary>
public static class FixerEtatSigne
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, AssembleurDossier assembleur, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        /// <returns>The number of the version.</returns>
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var now = clock.GetUtcNow();
            var numero = await db.ProchainNumeroAsync(convention.Id, cancellationToken);
            var dossier = await assembleur.AssemblerAsync(convention.Id, version: null, cancellationToken);
            var contenu = Piece.Deposer(
                convention.Id, NaturePiece.VersionGardee, $"convention-version-gardee-{numero}.json", "application/json", DossierJson.Serialiser(dossier), now);

            var version = VersionNommee.FixerEtatSigne(numero, convention, contenu, utilisateur.Id, utilisateur.Nom, now);
            db.Pieces.Add(contenu);
            db.Versions.Add(version);
            await db.SaveChangesAsync(cancellationToken);
            return numero;
        }
    }
}
