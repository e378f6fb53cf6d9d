using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Versions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>Freezes the text once, stores its bytes and asks the designated people to sign them.</summary>
public static class OuvrirALaSignature
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision) : IRequest<SignatureId>, IRequeteSurConvention;

    internal sealed class Handler(
        ICtgDbContext db, ICtgReadContext read, AssembleurDossier assembleur, IConventionPdf pdf, ILiensPortail liens, MessagesCircuit messages,
        IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, SignatureId>
    {
        public async Task<SignatureId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var dossier = await read.LireEtatAsync(convention.Id, cancellationToken);

            // asked first: nothing is set in type for a convention that may not open
            convention.OuvrirALaSignature(dossier, now);

            var numero = await db.Signatures.CountAsync(s => s.ConventionId == convention.Id, cancellationToken) + 1;
            var deliberations = await read.LireDeliberationsAsync(convention.Id, cancellationToken);
            var reference = ReferenceDocument.Nouvelle();
            var texte = (await assembleur.AssemblerAsync(convention.Id, numero, cancellationToken)).Identifier(reference, liens);
            var contenu = await pdf.ComposerAsync(texte, cancellationToken);
            var piece = Piece.Deposer(convention.Id, NaturePiece.TexteFige, $"convention-version-{numero}.pdf", "application/pdf", contenu, now);
            var donnees = Piece.Deposer(
                convention.Id, NaturePiece.DonneesFigees, $"convention-version-{numero}.json", "application/json", DossierJson.Serialiser(texte), now);
            var signature = Signature.Ouvrir(
                convention, numero, piece, donnees, OuvertureCircuit.ParDefaut with { Deliberations = deliberations.ToDictionary(d => d.Key, d => d.Value.Reference) }, now, reference);

            db.Pieces.AddRange(piece, donnees);
            db.Signatures.Add(signature);
            db.Versions.Add(VersionNommee.Figer(
                await db.ProchainNumeroAsync(convention.Id, cancellationToken), numero, donnees, utilisateur.Id, utilisateur.Nom, now));
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.Id;
        }
    }
}
