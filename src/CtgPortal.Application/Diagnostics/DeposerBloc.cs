using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>
/// The next bytes of a file. One short command each: what is acknowledged is kept, and a slow network holds no lock on the convention.
/// </summary>
public static class DeposerBloc
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportChiffresId Import, int Rang, byte[] Contenu) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IFichiersImportes fichiers) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, null, cancellationToken);

            import.Recevoir(command.Rang, command.Contenu);

            await fichiers.AjouterBlocAsync(import.Id, command.Rang, command.Contenu, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
