using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

public static class RouvrirAtelier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string? Motif)
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
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            atelier.Rouvrir(command.Motif, etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}
