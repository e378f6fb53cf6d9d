using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>The room goes from contributions to groups, points and results, or back.</summary>
public static class ChangerPhase
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, PhaseSalle Phase)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Phase).IsInEnum();
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            salle.PasserA(command.Phase, atelier);

            await db.SaveChangesAsync(cancellationToken);
            return salle.Revision;
        }
    }
}
