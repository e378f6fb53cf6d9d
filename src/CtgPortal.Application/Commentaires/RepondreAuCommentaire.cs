using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Answers in a discussion; several may at once. A closed one is open again.</summary>
public static class RepondreAuCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CommentaireId Commentaire, string Texte, IReadOnlyCollection<UtilisateurId> Mentions)
        : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Texte).EstUnCommentaire();
    }

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var commentaire = await ecriture.LoadAsync(command.Convention, command.Commentaire, null, cancellationToken);
            var cible = commentaire.Nature == NatureCible.Fiche
                ? await ecriture.CibleAsync(command.Convention, commentaire.Cible, cancellationToken)
                : new(commentaire.Cible, "");
            var mentions = await ecriture.MentionsAsync(command.Convention, cible, command.Mentions, cancellationToken);

            commentaire.Repondre(
                ecriture.Moi, command.Texte, mentions, await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
