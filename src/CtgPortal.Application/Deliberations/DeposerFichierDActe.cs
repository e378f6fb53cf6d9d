using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Deliberations;

/// <summary>Attaches the act itself, or what came back stamped from the préfecture. It contradicts nobody, and replaces nothing.</summary>
public static class DeposerFichierDActe
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, PartieId Partie, UsagePiece Usage, FichierSaisi? Fichier, AvenantId? Avenant = null) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Usage).IsInEnum();
            RuleFor(c => c.Fichier).NotNull().WithMessage("Choisissez un fichier.");
            RuleFor(c => c.Fichier!).SetValidator(new FichierSaisi.Validator()).When(c => c.Fichier is not null).OverridePropertyName(nameof(Command.Fichier));
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var deliberation = await db.Deliberations.Where(d => d.ConventionId == command.Convention && d.PartieId == command.Partie && d.AvenantId == command.Avenant)
                .Select(d => (DeliberationId?)d.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No act is written down.");
            var cle = PorteurPieces.De(deliberation);
            await db.VerrouillerAsync(cle, cancellationToken);
            var porteur = await db.ChargerPorteurAsync(command.Convention, cle, cancellationToken);
            var empreinte = Convert.ToHexStringLower(SHA256.HashData(command.Fichier!.Contenu));
            var original = await db.Pieces.AnyAsync(
                p => p.ConventionId == command.Convention && p.Nature == NaturePiece.TexteFige && p.Empreinte == empreinte, cancellationToken);
            var deja = await db.DejaJointesAsync(cle, cancellationToken);

            ReglesActe.ExigerTampon(command.Usage, original);
            var (jointe, piece) = PieceJointe.Joindre(
                command.Convention, porteur, [command.Fichier.Recevoir() with { Usage = command.Usage }], deja, new(utilisateur.Id, utilisateur.Nom), clock.GetUtcNow())[0];

            db.PiecesJointes.Add(jointe);
            db.Pieces.Add(piece);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
