using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>Says that two fiches go together. An addition, so it carries no revision; said twice at once, it stays one link.</summary>
public static class LierFiches
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, FicheActionId? Autre, string? Raison) : IRequest<Unit>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ICtgReadContext db)
        {
            RuleFor(c => c.Autre).NotNull().WithMessage("Choisissez une fiche.")
                .MustAsync(async (autre, cancellationToken) => await db.FichesAction.AnyAsync(f => f.Id == autre, cancellationToken))
                .WithMessage("Cette fiche n’existe plus, ou vous ne pouvez pas la lire.")
                .MustAsync(async (c, autre, cancellationToken) => !await DejaAsync(db, c.Fiche, autre!.Value, cancellationToken)).WithMessage("Ces deux fiches sont déjà liées.");
            RuleFor(c => c.Raison).MaximumLength(LienFiches.RaisonLongueurMax);
        }

        private static Task<bool> DejaAsync(ICtgReadContext db, FicheActionId une, FicheActionId autre, CancellationToken cancellationToken)
        {
            var (premiere, seconde) = LienFiches.Ordonner(une, autre);
            return db.LiensFiches.AnyAsync(l => l.Premiere == premiere && l.Seconde == seconde, cancellationToken);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            db.LiensFiches.Add(LienFiches.Etablir(fiche, command.Autre!.Value, command.Raison, etape, clock.GetUtcNow()));

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
