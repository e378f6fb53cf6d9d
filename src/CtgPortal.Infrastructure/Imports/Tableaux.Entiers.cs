using CtgPortal.Application.Imports;
using CtgPortal.Domain.Imports;
using ExcelDataReader;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>Files that people write by hand, held whole within bounds.</summary>
internal sealed partial class Tableaux
{
    private const int CellulesMax = 2_000_000;

    public async Task<ClasseurLu> LireClasseurAsync(byte[] contenu, CancellationToken cancellationToken)
    {
        if (contenu.Length > ClasseurLu.OctetsMax)
        {
            throw ContenuFichier.ClasseurTropGros();
        }

        var format = ContenuFichier.Reconnaitre(contenu);
        var decoupage = await ReconnaitreAsync(() => new MemoryStream(contenu, writable: false), format, _ => 0, cancellationToken);
        return new(decoupage, format == FormatFichier.Xlsx ? await FeuillesAsync(contenu, cancellationToken) : [await FeuilleCsvAsync(contenu, decoupage, cancellationToken)]);
    }

    private static async Task<FeuilleLue> FeuilleCsvAsync(byte[] contenu, Decoupage decoupage, CancellationToken cancellationToken)
    {
        List<LigneLue> lignes = [];
        var tronquee = false;
        await foreach (var ligne in LireCsvAsync(new MemoryStream(contenu, writable: false), decoupage, cancellationToken))
        {
            if (lignes.Count == FeuilleLue.LignesMax)
            {
                tronquee = true;
                break;
            }

            Ajouter(lignes, (int)ligne.Numero, [.. Enumerable.Range(0, ligne.Nombre).Select(ligne.Cellule)]);
        }

        return new("", false, lignes, tronquee, 0, []);
    }

    private static async Task<IReadOnlyList<FeuilleLue>> FeuillesAsync(byte[] contenu, CancellationToken cancellationToken)
    {
        using var lecteur = await ClasseurXlsx.OuvrirAsync(new MemoryStream(contenu, writable: false), cancellationToken);
        List<FeuilleLue> feuilles = [];
        var cellules = 0L;
        for (var i = 0; i < Math.Min(lecteur.ResultsCount, FeuillesMax); i++, lecteur.NextResult())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var feuille = Feuille(lecteur, ref cellules);
            feuilles.Add(feuille with { FormulesSansResultat = ClasseurXlsx.FormulesSansResultat(contenu, i) });
        }

        return feuilles;
    }

    private static FeuilleLue Feuille(IExcelDataReader lecteur, ref long cellules)
    {
        List<LigneLue> lignes = [];
        var ligne = new LigneClasseur(lecteur);

        // a place written once for several lines concerns each of them; a title over several columns is said once
        var fusions = lecteur.MergeCells ?? [];
        var verticales = fusions.Where(f => f.ToRow > f.FromRow).ToList();
        Dictionary<CellRange, string> valeurs = [];
        var tronquee = false;
        while (ClasseurXlsx.Suivante(lecteur))
        {
            if (lignes.Count == FeuilleLue.LignesMax)
            {
                tronquee = true;
                break;
            }

            if (ligne.Nombre > ContenuFichier.ColonnesMax)
            {
                throw ContenuFichier.TropDeColonnes();
            }

            string[] lues = [.. Enumerable.Range(0, ligne.Nombre).Select(ligne.Cellule)];
            cellules += lues.Length;
            if (cellules > CellulesMax)
            {
                throw ContenuFichier.ClasseurTropGros();
            }

            foreach (var fusion in verticales.Where(f => f.FromRow <= lecteur.Depth && lecteur.Depth <= f.ToRow && f.FromColumn < lues.Length))
            {
                if (lecteur.Depth == fusion.FromRow)
                {
                    valeurs[fusion] = lues[fusion.FromColumn];
                }
                else if (lues[fusion.FromColumn].Length == 0)
                {
                    lues[fusion.FromColumn] = valeurs.GetValueOrDefault(fusion, "");
                }
            }

            Ajouter(lignes, (int)ligne.Numero, lues);
        }

        return new(lecteur.Name, lecteur.VisibleState != "visible", lignes, tronquee, fusions.Length, []);
    }

    private static void Ajouter(List<LigneLue> lignes, int numero, string[] cellules)
    {
        var largeur = Array.FindLastIndex(cellules, c => c.Length > 0) + 1;
        if (largeur > 0)
        {
            lignes.Add(new(numero, cellules[..largeur]));
        }
    }
}
