using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>Titles of the annexes, and how « Ctg » and « Caf » are written.</summary>
public static class PresenterTexte
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<string> Annexes, GraphieSigles Graphie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var texte = await db.LoadTexteAsync(command.Convention, command.Revision, cancellationToken);

            texte.Presenter(command.Annexes, command.Graphie, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return texte.Revision;
        }
    }
}
