using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>Erases the names, addresses and personal links of a workshop now, and the messages written to these people.</summary>
public static class EffacerAssistance
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, bool Confirme) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Confirme).Equal(true).WithMessage("Cochez cette case pour confirmer l’effacement.");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, _) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);
            var personnes = assistance.Personnes.Count;
            await db.EffacerAsync(atelier, assistance, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return personnes;
        }
    }
}

public static class FixerConservation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int? Mois) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Mois).NotNull().WithMessage("Donnez un nombre de mois.").InclusiveBetween(1, Assistance.ConservationMax);
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, _) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);
            assistance.FixerConservation(atelier, command.Mois!.Value, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

public static class Effacement
{
    /// <summary>What the person and the job do alike; saved by the caller.</summary>
    public static async Task EffacerAsync(
        this ICtgDbContext db, Atelier atelier, Assistance assistance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var courriels = await db.EffacerCourrielsAsync(
            db.Courriels.Where(c => c.AtelierId == atelier.Id && c.Destinataire != Courriel.Efface), cancellationToken);
        assistance.Effacer(atelier, courriels, now);
    }

    /// <summary>A message that left forgets to whom; one that waits has nobody to go to any more.</summary>
    internal static async Task<int> EffacerCourrielsAsync(this ICtgDbContext db, IQueryable<Courriel> courriels, CancellationToken cancellationToken)
    {
        var lus = await courriels.ToListAsync(cancellationToken);
        db.Courriels.RemoveRange(lus.Where(c => c.EnvoyeLe is null));
        foreach (var parti in lus.Where(c => c.EnvoyeLe is not null))
        {
            parti.Effacer();
        }

        return lus.Count;
    }
}
