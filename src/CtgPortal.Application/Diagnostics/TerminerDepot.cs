using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The file is whole: its first lines tell how it is cut and what its columns are.</summary>
public static class TerminerDepot
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportChiffresId Import) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IFichiersImportes fichiers, ITableaux tableaux, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, null, cancellationToken);
            import.ExigerContenu();
            var decoupage = await tableaux.ReconnaitreAsync(() => fichiers.Ouvrir(import.Id), import.Format, ReconnaissanceColonnes.Ressemblance, cancellationToken);
            await using var contenu = fichiers.Ouvrir(import.Id);
            var apercu = await tableaux.ApercevoirAsync(contenu, decoupage, cancellationToken);

            import.Decouper(
                decoupage, apercu.Montrable(), ReconnaissanceColonnes.Proposer(apercu, import.Fichier, clock.GetUtcNow().JourEnFrance().Year));

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
