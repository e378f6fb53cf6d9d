using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>Begins the text before the writing stage; done twice, it begins once.</summary>
public static class CommencerTexte
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);

            await db.CommencerTexteAsync(convention, convention.Statut, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
