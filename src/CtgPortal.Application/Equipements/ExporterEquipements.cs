using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Tableurs;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

public enum FormatTableur
{
    Xlsx,
    Csv,

    /// <summary>An empty workbook to fill, with what each column expects.</summary>
    Modele,
}

/// <summary>Annexe 2 as a sheet, which can be imported again, or the empty sheet to fill.</summary>
public static class ExporterEquipements
{
    private const int AnneesDuModele = 5;

    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatTableur Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, ITableurs tableurs, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var debut = await db.Conventions.Where(c => c.Id == query.Convention)
                .Select(c => new { Debut = (DateOnly?)c.Periode!.Debut, Fin = (DateOnly?)c.Periode!.Fin }).SingleOrDefaultAsync(cancellationToken);
            if (debut is null)
            {
                return null;
            }

            var premiere = debut.Debut?.Year ?? clock.GetUtcNow().JourEnFrance().Year;
            var derniere = debut.Fin?.Year ?? premiere + AnneesDuModele - 1;
            var periode = Enumerable.Range(premiere, derniere - premiere + 1);
            if (query.Format == FormatTableur.Modele)
            {
                return tableurs.EnXlsx("modele-equipements", [ColonnesEquipement.Feuille([], [.. periode], modele: true)]);
            }

            var lignes = await db.LireEquipementsAsync(query.Convention, cancellationToken);
            var annees = periode.Concat(lignes.SelectMany(l => l.Description.Montants.Select(m => m.Annee))).Distinct().Order().ToList();
            var feuille = ColonnesEquipement.Feuille(lignes, annees);
            return query.Format == FormatTableur.Csv ? tableurs.EnCsv("equipements", feuille) : tableurs.EnXlsx("equipements", [feuille]);
        }
    }
}
