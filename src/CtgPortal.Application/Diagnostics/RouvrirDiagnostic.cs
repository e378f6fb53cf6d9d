using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class RouvrirDiagnostic
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, string? Motif)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Motif).NotEmpty().WithMessage(Obstacles.MotifAbsent.Message).MaximumLength(Domain.Conventions.Convention.MotifLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.Rouvrir(command.Motif, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
