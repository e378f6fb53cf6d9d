using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>A new article at the end of the draft.</summary>
public static class AjouterArticleModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(ModeleTexteId Modele, int Revision, string Titre) : IRequest<string>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre à l’article.")
                .MaximumLength(Passage.TitreLongueurMax).WithMessage("Le titre compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesModele.Exiger(utilisateur.Habilitations, modele.CafCode);

            var cle = modele.AjouterArticle(command.Titre, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return cle;
        }
    }
}
