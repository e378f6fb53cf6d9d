using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>Ties what already exists on both sides: a fiche to the constats it answers. An addition, so it carries no revision; said twice, it stays one link.</summary>
public static class Relier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, IReadOnlyList<Maillon> Origines, Maillon Suite) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Origines).OriginesNommees();
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            await db.ExigerConnusAsync(command.Convention, [command.Suite], cancellationToken);

            await db.EtablirAsync(command.Convention, command.Origines, command.Suite, etape, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
