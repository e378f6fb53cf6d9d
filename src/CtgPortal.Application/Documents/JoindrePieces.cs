using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Documents;

/// <summary>Attaches files, all or none. It contradicts nobody: two people attach theirs at the same moment.</summary>
public static class JoindrePieces
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, PorteurPieces Porteur, IReadOnlyList<FichierSaisi> Fichiers) : IRequest<int>, IRequeteSurFiche
    {
        /// <summary>No fiche at all for the diagnostic: a partner pilots none of that name.</summary>
        public FicheActionId Fiche { get; private init; } = Porteur.Fiche ?? default;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fichiers).NotEmpty().WithMessage("Choisissez au moins un fichier.");
            RuleForEach(c => c.Fichiers).Cascade(CascadeMode.Continue).ChildRules(f =>
            {
                f.Include(new FichierSaisi.Validator());
                f.RuleFor(x => x.Description).MaximumLength(PieceJointe.DescriptionLongueurMax)
                    .WithMessage(x => $"La description de « {x.Nom} » dépasse {PieceJointe.DescriptionLongueurMax} caractères.").OverridePropertyName("");
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Porteur, cancellationToken);
            var porteur = await db.ChargerPorteurAsync(command.Convention, command.Porteur, cancellationToken);
            var deja = await db.DejaJointesAsync(command.Porteur, cancellationToken);

            var jointes = PieceJointe.Joindre(
                command.Convention, porteur, [.. command.Fichiers.Select(f => f.Recevoir())], deja, new(utilisateur.Id, utilisateur.Nom), clock.GetUtcNow());

            db.PiecesJointes.AddRange(jointes.Select(j => j.Jointe));
            db.Pieces.AddRange(jointes.Select(j => j.Piece));
            await db.SaveChangesAsync(cancellationToken);
            return jointes.Count;
        }
    }
}
