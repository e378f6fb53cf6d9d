using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>An article of the convention’s own, after the others.</summary>
public static class AjouterArticle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Titre) : IRequest<string>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre à l’article.")
                .MaximumLength(Passage.TitreLongueurMax).WithMessage("Le titre compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var texte = await db.LoadTexteAsync(command.Convention, null, cancellationToken);

            var article = texte.AjouterArticle(command.Titre, etape, clock.GetUtcNow());

            db.PassagesTexte.Add(article);
            await db.SaveChangesAsync(cancellationToken);
            return article.Cle;
        }
    }
}
