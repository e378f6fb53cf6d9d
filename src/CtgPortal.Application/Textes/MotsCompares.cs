using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace CtgPortal.Application.Textes;

[JsonConverter(typeof(JsonStringEnumConverter<EtatFragment>))]
public enum EtatFragment
{
    [JsonStringEnumMemberName("commun")]
    Commun,

    [JsonStringEnumMemberName("supprime")]
    Supprime,

    [JsonStringEnumMemberName("insere")]
    Insere,
}

/// <summary>A run of a text compared with another: common to both, only in the first, or only in the second.</summary>
public sealed record Fragment(EtatFragment Etat, string Texte);

/// <summary>Two texts word by word. What is common and deleted, put end to end, is the first text; common and inserted, the second.</summary>
public static partial class MotsCompares
{
    private const int MotsDeContexte = 10;
    private const double PartCommuneMin = 0.3;

    private static readonly Decoupe Decoupe = new();

    public static IReadOnlyList<Fragment> Entre(string? avant, string? apres)
    {
        var (ancien, nouveau) = (avant ?? "", apres ?? "");
        var resultat = Differ.Instance.CreateDiffs(ancien, nouveau, ignoreWhiteSpace: false, ignoreCase: false, Decoupe);
        return Lisser(Fragments(resultat, ""));
    }

    /// <summary>
    /// The same, for a person who reads the two as one text: with so little in common that word by word would be unreadable, the two
    /// wordings, one after the other.
    /// </summary>
    public static IReadOnlyList<Fragment> EntreRedactions(string avant, string apres)
    {
        var fragments = Entre(avant, apres);
        var commun = fragments.Where(f => f.Etat == EtatFragment.Commun).Sum(f => f.Texte.Length);
        return avant.Length > 0 && apres.Length > 0 && commun < PartCommuneMin * Math.Max(avant.Length, apres.Length)
            ? [new(EtatFragment.Supprime, avant + "\n"), new(EtatFragment.Insere, apres)]
            : fragments;
    }

    /// <summary>Two lists, item by item: an item is common, taken away or added as a whole.</summary>
    public static IReadOnlyList<Fragment> EntreListes(IReadOnlyList<string> avant, IReadOnlyList<string> apres)
    {
        // an item may be several lines; a list is told in lines
        var resultat = Differ.Instance.CreateDiffs(
            string.Join('\n', avant.Select(UneLigne)), string.Join('\n', apres.Select(UneLigne)), ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineChunker());
        return [.. Fragments(resultat, "\n")];
    }

    public static int Mots(IEnumerable<Fragment> fragments, EtatFragment etat) =>
        fragments.Where(f => f.Etat == etat).Sum(f => Mot().Count(f.Texte));

    /// <summary>What changed with a few words around it; null when there is nothing long enough to leave out.</summary>
    public static IReadOnlyList<Fragment>? Abreger(IReadOnlyList<Fragment> fragments)
    {
        List<Fragment> courts = [.. fragments.Select((f, i) => f.Etat == EtatFragment.Commun ? f with { Texte = Contexte(f.Texte, i > 0, i < fragments.Count - 1) } : f)];
        return courts.SequenceEqual(fragments) ? null : courts;
    }

    private static string Contexte(string commun, bool apresUnChangement, bool avantUnChangement)
    {
        var mots = Mot().Matches(commun);
        var gardes = (apresUnChangement ? MotsDeContexte : 0) + (avantUnChangement ? MotsDeContexte : 0);
        if (mots.Count <= gardes + MotsDeContexte)
        {
            return commun;
        }

        var debut = apresUnChangement ? mots[MotsDeContexte - 1].Index + mots[MotsDeContexte - 1].Length : 0;
        var fin = avantUnChangement ? mots[^MotsDeContexte].Index : commun.Length;
        return $"{commun[..debut]} […] {commun[fin..]}";
    }

    private static string UneLigne(string element) => element.ReplaceLineEndings(" ");

    private static IEnumerable<Fragment> Fragments(DiffResult resultat, string separateur)
    {
        var position = 0;
        foreach (var bloc in resultat.DiffBlocks)
        {
            if (bloc.DeleteStartA > position)
            {
                yield return Fragment(EtatFragment.Commun, resultat.PiecesOld, position, bloc.DeleteStartA - position, separateur);
            }

            if (bloc.DeleteCountA > 0)
            {
                yield return Fragment(EtatFragment.Supprime, resultat.PiecesOld, bloc.DeleteStartA, bloc.DeleteCountA, separateur);
            }

            if (bloc.InsertCountB > 0)
            {
                yield return Fragment(EtatFragment.Insere, resultat.PiecesNew, bloc.InsertStartB, bloc.InsertCountB, separateur);
            }

            position = bloc.DeleteStartA + bloc.DeleteCountA;
        }

        if (position < resultat.PiecesOld.Count)
        {
            yield return Fragment(EtatFragment.Commun, resultat.PiecesOld, position, resultat.PiecesOld.Count - position, separateur);
        }
    }

    private static Fragment Fragment(EtatFragment etat, IReadOnlyList<string> pieces, int debut, int nombre, string separateur) =>
        new(etat, string.Join(separateur, pieces.Skip(debut).Take(nombre)));

    /// <summary>A lone space between two changes would chop a sentence into words: it goes with them.</summary>
    private static List<Fragment> Lisser(IEnumerable<Fragment> fragments)
    {
        List<Fragment> lus = [.. fragments];
        List<Fragment> sortie = [];
        for (var i = 0; i < lus.Count;)
        {
            if (lus[i].Etat == EtatFragment.Commun)
            {
                sortie.Add(lus[i++]);
                continue;
            }

            var (supprime, insere) = ("", "");
            for (; i < lus.Count && (lus[i].Etat != EtatFragment.Commun || (i + 1 < lus.Count && string.IsNullOrWhiteSpace(lus[i].Texte) && !lus[i].Texte.Contains('\n', StringComparison.Ordinal))); i++)
            {
                supprime += lus[i].Etat != EtatFragment.Insere ? lus[i].Texte : "";
                insere += lus[i].Etat != EtatFragment.Supprime ? lus[i].Texte : "";
            }

            sortie.AddRange(new Fragment[] { new(EtatFragment.Supprime, supprime), new(EtatFragment.Insere, insere) }.Where(f => f.Texte.Length > 0));
        }

        return sortie;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+([’'\-][\p{L}\p{N}]+)*")]
    private static partial Regex Mot();
}

/// <summary>Words, spaces and every other sign, one by one; the thin space that groups the digits of a number is part of it.</summary>
internal sealed partial class Decoupe : IChunker
{
    public IReadOnlyList<string> Chunk(string text) => [.. Piece().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:\u202F\p{N}+)*|\n|[^\S\n]+|.", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
