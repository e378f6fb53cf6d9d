using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Rewords one’s own message during a day. Nobody else writes it: no revision to compare.</summary>
public static class ModifierCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CommentaireId Commentaire, MessageId Message, string Texte) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Texte).EstUnCommentaire();
    }

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var commentaire = await ecriture.LoadAsync(command.Convention, command.Commentaire, null, cancellationToken);

            commentaire.Modifier(
                command.Message, ecriture.Moi.Id, command.Texte, await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
