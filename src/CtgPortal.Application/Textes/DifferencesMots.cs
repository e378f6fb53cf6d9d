using DiffPlex;
using DiffPlex.Chunkers;

namespace CtgPortal.Application.Textes;

public enum SortDeMots
{
    Egal,
    Retire,
    Ajoute,
}

/// <summary>A run of words with one fate.</summary>
public sealed record SuiteDeMots(SortDeMots Sort, string Texte);

/// <summary>What changes from one text to another, word by word, in reading order.</summary>
public static class DifferencesMots
{
    private const double PartCommuneMin = 0.3;

    // not the thin space: it groups the digits of one number
    private static readonly char[] Separateurs = [' ', '\n', '\u00A0', '’', '.', ',', ';', ':', '«', '»', '(', ')'];

    public static IReadOnlyList<SuiteDeMots> Entre(string avant, string apres)
    {
        var difference = Differ.Instance.CreateDiffs(avant, apres, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker(Separateurs));
        List<SuiteDeMots> suites = [];
        var position = 0;
        foreach (var bloc in difference.DiffBlocks)
        {
            Noter(SortDeMots.Egal, Pieces(difference.PiecesNew, position, bloc.InsertStartB - position));
            Noter(SortDeMots.Retire, Pieces(difference.PiecesOld, bloc.DeleteStartA, bloc.DeleteCountA));
            Noter(SortDeMots.Ajoute, Pieces(difference.PiecesNew, bloc.InsertStartB, bloc.InsertCountB));
            position = bloc.InsertStartB + bloc.InsertCountB;
        }

        Noter(SortDeMots.Egal, Pieces(difference.PiecesNew, position, difference.PiecesNew.Count - position));
        return EstUneAutreRedaction() ? [new(SortDeMots.Retire, avant + "\n"), new(SortDeMots.Ajoute, apres)] : suites;

        // so little in common that word by word would be unreadable: the two wordings, one after the other
        bool EstUneAutreRedaction() => avant.Length > 0 && apres.Length > 0
            && suites.Where(s => s.Sort == SortDeMots.Egal).Sum(s => s.Texte.Length) < PartCommuneMin * Math.Max(avant.Length, apres.Length);

        static List<string> Pieces(IReadOnlyList<string> pieces, int debut, int nombre) => [.. pieces.Skip(debut).Take(nombre)];

        void Noter(SortDeMots sort, List<string> mots)
        {
            if (mots.Count > 0)
            {
                suites.Add(new(sort, string.Concat(mots)));
            }
        }
    }
}
