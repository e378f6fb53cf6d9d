using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>
/// Reads the files that wait, one after the other. A reading that dies with its process leaves its file waiting: another instance, or
/// the same one restarted, begins it again from the blocks.
/// </summary>
internal sealed class LectureImports(
    CtgDbContext db, IFichiersImportes fichiers, ITableaux tableaux, IReferentiel referentiel, TimeProvider clock, ILogger<LectureImports> logger)
{
    public const int LignesParProgres = 20_000;

    /// <returns>How many files were dealt with.</returns>
    public async Task<int> LireAsync(CancellationToken cancellationToken)
    {
        var traites = 0;
        while (await ReserverAsync(cancellationToken) is { } import)
        {
            await LireAsync(import, cancellationToken);
            traites++;
        }

        return traites;
    }

    /// <summary>Forgets the files that nobody finished, and the imports whose writing the journal already tells.</summary>
    public async Task<int> PurgerAsync(CancellationToken cancellationToken)
    {
        var limite = clock.GetUtcNow().AddDays(-ImportChiffres.JoursGardes);
        var limiteTableur = clock.GetUtcNow().AddDays(-ImportTableur.JoursGardes);

        // what a plan was written from can be taken back: it stays
        var tableurs = await db.ImportsTableur.Where(i => i.DeposeLe < limiteTableur && (i.EcritLe == null || i.Nature != NatureImport.Plan)).ExecuteDeleteAsync(cancellationToken);
        return tableurs + await db.Imports.Where(i => i.DeposeLe < limite).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<ImportChiffres?> ReserverAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        while (await db.Imports.Where(i => i.Etat == EtatImport.ALire).OrderBy(i => i.DeposeLe).FirstOrDefaultAsync(cancellationToken) is { } import)
        {
            var entamee = import.EntamerLecture();
            await db.SaveChangesAsync(cancellationToken);
            if (entamee)
            {
                return import;
            }

            logger.LogWarning("Import {ImportId} was given up after {Tentatives} readings", import.Id.Value, import.Tentatives);
        }

        return null;
    }

    private async Task LireAsync(ImportChiffres import, CancellationToken cancellationToken)
    {
        try
        {
            var resultat = await ParcourirAsync(import, cancellationToken);
            var diagnostic = await db.Diagnostics.AsNoTracking().SingleAsync(d => d.ConventionId == import.ConventionId, cancellationToken);
            import.Conclure(resultat, LiaisonsImport.Proposer(resultat.Series, diagnostic));
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await fichiers.GarderResultatAsync(import.Id, resultat, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            logger.LogInformation(
                "Import {ImportId} read: {Lignes} lines, {Valeurs} values kept", import.Id.Value, resultat.Comptes.Lignes, resultat.Valeurs.Count);
        }
        catch (BusinessRuleException refus)
        {
            import.Echouer(refus.Message);
            await db.SaveChangesAsync(cancellationToken);
            logger.LogInformation("Import {ImportId} refused: {Codes}", import.Id.Value, string.Join(", ", refus.Obstacles.Select(o => o.Code)));
        }
    }

    private async Task<ResultatLecture> ParcourirAsync(ImportChiffres import, CancellationToken cancellationToken)
    {
        var connus = await TerritoiresDImport.LireAsync(db, referentiel, import.ConventionId, cancellationToken);
        var lecture = new LectureFichier(import.Plan!, connus, clock.GetUtcNow().JourEnFrance().Year);
        await using var contenu = fichiers.Ouvrir(import.Id);
        var lignes = 0L;
        await foreach (var ligne in tableaux.LireAsync(contenu, import.Decoupage!, cancellationToken))
        {
            lecture.Lire(ligne);
            if (++lignes % LignesParProgres == 0)
            {
                var (lues, octets) = (lignes, contenu.Position);
                await db.Imports.Where(i => i.Id == import.Id)
                    .ExecuteUpdateAsync(i => i.SetProperty(x => x.LignesLues, lues).SetProperty(x => x.OctetsLus, octets), cancellationToken);
            }
        }

        return lecture.Terminer();
    }
}
