using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Conventions;

/// <summary>On to the workshops, then to the writing. The signature has its own use case, which freezes the text.</summary>
public static class AvancerEtape
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, StatutConvention Vers) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var dossier = await read.LireEtatAsync(convention.Id, cancellationToken);

            convention.Avancer(command.Vers, dossier, clock.GetUtcNow());
            if (command.Vers == StatutConvention.EnRedaction)
            {
                // the model of today is copied when the writing begins; a text begun before stays as it is
                await db.CommencerTexteAsync(convention, convention.Statut, clock.GetUtcNow(), cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
