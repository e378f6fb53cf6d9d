using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Writes into the diagnostic what the report showed: all of it in one transaction, or nothing.</summary>
public static class EcrireChiffres
{
    /// <param name="Revision">Of the diagnostic that the report was compared with.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, ImportChiffresId Import, int RevisionImport)
        : IRequest<BilanImport>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IFichiersImportes fichiers, TimeProvider clock) : IRequestHandler<Command, BilanImport>
    {
        public async Task<BilanImport> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, null, cancellationToken);
            if (import.Bilan is { } deja)
            {
                // a second click: done once, told alike
                return deja;
            }

            import = await db.LoadAsync(command.Convention, command.Import, command.RevisionImport, cancellationToken);
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var resultat = await fichiers.LireResultatAsync(import.Id, cancellationToken) ?? throw new NotFoundException("The file was forgotten.");
            var now = clock.GetUtcNow();

            var bilan = diagnostic.ImporterChiffres(import.SeriesAEcrire(resultat, diagnostic, now.JourEnFrance().Year), import.Fichier, etape, now);
            import.NoterEcriture(bilan, now);

            await fichiers.OublierAsync(import.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return bilan;
        }
    }
}
