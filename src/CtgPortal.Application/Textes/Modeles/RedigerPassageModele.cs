using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>Writes one part of the draft; conventions see nothing of it before it is published.</summary>
public static class RedigerPassageModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(ModeleTexteId Modele, int Revision, string Cle, string Titre, string Corps, bool Contractuel) : IRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre à l’article.")
                .MaximumLength(Passage.TitreLongueurMax).WithMessage("Le titre compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
            RuleFor(c => c.Corps).MaximumLength(Passage.CorpsLongueurMax).WithMessage("Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesModele.Exiger(utilisateur.Habilitations, modele.CafCode);

            modele.Rediger(command.Cle, command.Titre, command.Corps, command.Contractuel, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return modele.Revision;
        }
    }
}
