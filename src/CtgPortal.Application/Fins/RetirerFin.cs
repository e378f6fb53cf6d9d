using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Fins;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Fins;

/// <summary>The parties change their mind before the effect: the convention goes on, and what was written down stays.</summary>
public static class RetirerFin
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ActeDeFinId Acte, int Revision, string Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif).NotEmpty().WithMessage("Dites pourquoi l’acte est retiré.")
            .MaximumLength(ActeDeFin.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
    }

    internal sealed class Handler(ICtgDbContext db, MessagesFin messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var acte = await db.LoadAsync(command.Convention, command.Acte, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var now = clock.GetUtcNow();

            acte.Retirer(command.Motif, now);
            db.Courriels.AddRange(await messages.RetraitAsync(acte, convention, now, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return acte.Revision;
        }
    }
}
