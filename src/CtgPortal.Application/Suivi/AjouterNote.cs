using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Suivi;

public static class AjouterNote
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, TypeNote Type, DateOnly Date, string Texte)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).NotEmpty().WithMessage("Indiquez la date.");
            RuleFor(c => c.Type).IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez la note.").MaximumLength(NoteSuivi.TexteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var suivi = await db.LoadSuiviAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            suivi.AjouterNote(command.Type, command.Date, command.Texte, utilisateur.Nom, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return suivi.Revision;
        }
    }
}
