using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Takes the countdown off the screens.</summary>
public static class ArreterMinuteur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, _) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            salle.ArreterMinuteur();

            await db.SaveChangesAsync(cancellationToken);
            return salle.Revision;
        }
    }
}
