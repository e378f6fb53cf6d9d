using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Replaces the results of a questionnaire by those of the file that was read.</summary>
public static class RetenirResultats
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EnqueteId Enquete, int Revision) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var enquete = await db.LoadAsync(command.Convention, command.Enquete, command.Revision, cancellationToken);
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);

            enquete.RetenirLecture(etat, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return enquete.Revision;
        }
    }
}
