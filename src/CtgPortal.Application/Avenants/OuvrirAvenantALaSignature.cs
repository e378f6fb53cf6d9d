using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Fins;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Versions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>Freezes an avenant once, stores its bytes and asks every party to sign them, those that join too.</summary>
public static class OuvrirAvenantALaSignature
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AvenantId Avenant, int Revision) : IRequest<SignatureId>, IRequeteSurConvention;

    internal sealed class Handler(
        ICtgDbContext db, ICtgReadContext read, AssembleurAvenant assembleur, IConventionPdf pdf, ILiensPortail liens, MessagesCircuit messages,
        IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, SignatureId>
    {
        public async Task<SignatureId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var avenant = await db.LoadAsync(command.Convention, command.Avenant, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var numero = await db.Signatures.CountAsync(s => s.ConventionId == convention.Id, cancellationToken) + 1;
            var (dossier, changements) = await assembleur.AssemblerAsync(avenant, numero, cancellationToken);

            var actes = await read.LireDeliberationsAsync(convention.Id, avenant.Id, cancellationToken);

            await db.ExigerEnVigueurAsync(convention.Id, now, cancellationToken);

            // asked first: nothing is set in type for an avenant that may not open
            avenant.Soumettre(convention, changements.PlanChange, avenant.SansDeliberation(convention, actes), now);

            var reference = ReferenceDocument.Nouvelle();
            var texte = dossier.Identifier(reference, liens);
            var contenu = await pdf.ComposerAsync(texte, cancellationToken);
            var nom = $"avenant-{avenant.Numero}-version-{numero}";
            var piece = Piece.Deposer(convention.Id, NaturePiece.TexteFige, $"{nom}.pdf", "application/pdf", contenu, now);
            var donnees = Piece.Deposer(convention.Id, NaturePiece.DonneesFigees, $"{nom}.json", "application/json", DossierJson.Serialiser(texte), now);
            var ouverture = OuvertureCircuit.ParDefaut with
            {
                Avenant = new(avenant.Id, avenant.Numero, avenant.Contenu.Parties),
                Deliberations = actes.ToDictionary(a => a.Key, a => a.Value.Reference),
            };
            var signature = Signature.Ouvrir(convention, numero, piece, donnees, ouverture, now, reference);

            db.Pieces.AddRange(piece, donnees);
            db.Signatures.Add(signature);
            db.Versions.Add(VersionNommee.Figer(
                await db.ProchainNumeroAsync(convention.Id, cancellationToken), numero, donnees, utilisateur.Id, utilisateur.Nom, now, avenant.Numero));
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.Id;
        }
    }
}
