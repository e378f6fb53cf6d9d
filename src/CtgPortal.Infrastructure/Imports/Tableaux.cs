using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Imports;
using ExcelDataReader;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>CSV line after line with CsvHelper; workbooks, which are small, from memory with ExcelDataReader.</summary>
internal sealed partial class Tableaux : ITableaux
{
    private const int LignesApercues = 200;
    private const int FeuillesMax = 20;
    private const int LigneMax = 256 * 1024;

    static Tableaux() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async Task<Decoupage> ReconnaitreAsync(
        Func<Stream> ouvrir, FormatFichier format, Func<ApercuTableau, int> ressemblance, CancellationToken cancellationToken)
    {
        if (format == FormatFichier.Xlsx)
        {
            await using var classeur = ouvrir();
            return new(format, ';', "utf-8", await MeilleureFeuilleAsync(classeur, ressemblance, cancellationToken));
        }

        await using var contenu = ouvrir();
        var debut = new byte[TexteCsv.OctetsJuges];
        var lus = await contenu.ReadAtLeastAsync(debut, debut.Length, throwOnEndOfStream: false, cancellationToken);
        var encodage = TexteCsv.Encodage(debut.AsSpan(0, lus));
        var separateur = TexteCsv.Separateur(TexteCsv.Lire(encodage).GetString(debut, 0, Math.Min(lus, 256 * 1024))) ?? throw ContenuFichier.SeparateurIntrouvable();
        return new(format, separateur, encodage, 0);
    }

    public async Task<ApercuTableau> ApercevoirAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken)
    {
        if (decoupage.Format == FormatFichier.Xlsx)
        {
            using var lecteur = await ClasseurXlsx.OuvrirAsync(contenu, cancellationToken);
            var feuilles = new List<string>();
            ApercuTableau? choisie = null;
            for (var i = 0; i < Math.Min(lecteur.ResultsCount, FeuillesMax); i++, lecteur.NextResult())
            {
                feuilles.Add(lecteur.Name);
                choisie = i == decoupage.Feuille ? Apercevoir(lecteur) : choisie;
            }

            return (choisie ?? throw ContenuFichier.ClasseurIllisible()) with { Feuilles = feuilles };
        }

        List<LigneApercu> lignes = [];
        await foreach (var ligne in LireCsvAsync(contenu, decoupage, cancellationToken))
        {
            lignes.Add(Copier(ligne));
            if (lignes.Count == LignesApercues)
            {
                break;
            }
        }

        return lignes.Exists(l => l.Cellules.Count > 1) ? new(lignes, []) : throw ContenuFichier.SeparateurIntrouvable();
    }

    public IAsyncEnumerable<ILigneTableau> LireAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken) =>
        decoupage.Format == FormatFichier.Xlsx
            ? LireClasseurAsync(contenu, decoupage.Feuille, cancellationToken)
            : LireCsvAsync(contenu, decoupage, cancellationToken);

    private static async IAsyncEnumerable<ILigneTableau> LireCsvAsync(
        Stream contenu, Decoupage decoupage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // false: the mark of the encoding was already looked at, and a wrong one must not win over a choice
        using var texte = new StreamReader(contenu, TexteCsv.Lire(decoupage.Encodage), detectEncodingFromByteOrderMarks: false, 64 * 1024, leaveOpen: true);
        var guillemetOuvert = 0L;
        await using var lecteur = CsvReader.Create(
            texte,
            new CsvReaderOptions
            {
                Separator = decoupage.Separateur,
                HasHeader = false,
                SkipEmptyLines = true,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = LigneMax,
                OnMalformedRecord = mauvaise => guillemetOuvert = mauvaise.Reason == CsvMalformedReason.UnterminatedQuote ? mauvaise.LineNumber : guillemetOuvert,
            },
            leaveOpen: true);
        var ligne = new LigneCsv(lecteur);
        while (await SuivanteAsync(lecteur, cancellationToken))
        {
            if (guillemetOuvert > 0)
            {
                throw ContenuFichier.GuillemetOuvert(guillemetOuvert);
            }

            yield return lecteur.FieldCount <= ContenuFichier.ColonnesMax ? ligne : throw ContenuFichier.TropDeColonnes();
        }
    }

    private static async Task<bool> SuivanteAsync(CsvReader lecteur, CancellationToken cancellationToken)
    {
        try
        {
            return await lecteur.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException cause)
        {
            // a record that never ends
            throw ContenuFichier.GuillemetOuvert(cause.LineNumber);
        }
    }

    private static async IAsyncEnumerable<ILigneTableau> LireClasseurAsync(
        Stream contenu, int feuille, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lecteur = await ClasseurXlsx.OuvrirAsync(contenu, cancellationToken);
        for (var i = 0; i < feuille; i++)
        {
            lecteur.NextResult();
        }

        var ligne = new LigneClasseur(lecteur);
        while (ClasseurXlsx.Suivante(lecteur))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return lecteur.FieldCount <= ContenuFichier.ColonnesMax ? ligne : throw ContenuFichier.TropDeColonnes();
        }
    }

    private static async Task<int> MeilleureFeuilleAsync(Stream contenu, Func<ApercuTableau, int> ressemblance, CancellationToken cancellationToken)
    {
        using var lecteur = await ClasseurXlsx.OuvrirAsync(contenu, cancellationToken);
        var (meilleure, meilleureRessemblance) = (0, -1);
        for (var i = 0; i < Math.Min(lecteur.ResultsCount, FeuillesMax); i++, lecteur.NextResult())
        {
            if (ressemblance(Apercevoir(lecteur)) is var r && r > meilleureRessemblance)
            {
                (meilleure, meilleureRessemblance) = (i, r);
            }
        }

        return meilleure;
    }

    private static ApercuTableau Apercevoir(IExcelDataReader lecteur)
    {
        List<LigneApercu> lignes = [];
        var ligne = new LigneClasseur(lecteur);
        while (lignes.Count < LignesApercues && ClasseurXlsx.Suivante(lecteur))
        {
            lignes.Add(Copier(ligne));
        }

        return new(lignes, []);
    }

    private static LigneApercu Copier(ILigneTableau ligne) => new((int)ligne.Numero, [.. Enumerable.Range(0, ligne.Nombre).Select(ligne.Cellule)]);

    private sealed class LigneCsv(CsvReader lecteur) : ILigneTableau
    {
        public long Numero => lecteur.LineNumber;

        public int Nombre => lecteur.FieldCount;

        // the mark of the encoding, when it was not taken for one
        public string Cellule(int index) => index == 0 && lecteur.LineNumber == 1 ? lecteur.GetString(0).Trim('\uFEFF', '"', ' ') : lecteur.GetString(index);
    }
}
