using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Says something about a fiche, one of its fields, or a part of the text. Who only reads may speak too.</summary>
public static class OuvrirCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CibleCommentaire Cible, string Texte, IReadOnlyCollection<UtilisateurId> Mentions)
        : IRequest<CommentaireId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Texte).EstUnCommentaire();
    }

    internal static IRuleBuilderOptions<T, string> EstUnCommentaire<T>(this IRuleBuilder<T, string> regle) => regle
        .NotEmpty().WithMessage("Écrivez votre commentaire.")
        .MaximumLength(MessageCommentaire.TexteLongueurMax);

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, TimeProvider clock) : IRequestHandler<Command, CommentaireId>
    {
        public async Task<CommentaireId> Handle(Command command, CancellationToken cancellationToken)
        {
            var cible = await ecriture.CibleAsync(command.Convention, command.Cible, cancellationToken);
            var mentions = await ecriture.MentionsAsync(command.Convention, cible, command.Mentions, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var commentaire = Commentaire.Ouvrir(command.Convention, command.Cible, ecriture.Moi, command.Texte, mentions, etape, clock.GetUtcNow());

            db.Commentaires.Add(commentaire);
            await db.SaveChangesAsync(cancellationToken);
            return commentaire.Id;
        }
    }
}
