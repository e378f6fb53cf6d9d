using System.Text;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Marques;

/// <summary>
/// Writes runs with marks. What is written is read again before it is kept: where CommonMark has no way to say it (bold that ends with
/// a comma glued to a word), the nearest thing that can be said is written, and never a star that nobody typed.
/// </summary>
internal static partial class EcritureMarques
{
    /// <summary>More changes of style than a person makes on one line.</summary>
    private const int PassagesMax = 1000;

    private enum Emboitement
    {
        GrasDehors,
        ItaliqueDehors,
        Separes,
    }

    public static string Ligne(IEnumerable<Passage> passages)
    {
        var cible = Normaliser(passages);
        if (cible.Count > PassagesMax)
        {
            cible = SansMarque(cible);
        }

        var droite = Normaliser(cible.Select(p => p with { Italique = false }));
        return Essayer(cible)
            ?? Essayer(Normaliser(Degager(cible)))
            ?? Essayer(droite)
            ?? Essayer(Normaliser(Degager(droite)))
            ?? Essayer(Normaliser(cible.Select(p => p with { Gras = false, Italique = false })))
            ?? Essayer(SansMarque(cible))
            ?? Proteger(string.Concat(cible.Select(p => p.Texte)));
    }

    private static IReadOnlyList<Passage> SansMarque(IReadOnlyList<Passage> passages) => Normaliser([new(string.Concat(passages.Select(p => p.Texte)))]);

    private static string? Essayer(IReadOnlyList<Passage> cible)
    {
        foreach (var echappe in new[] { false, true })
        {
            foreach (var emboitement in Enum.GetValues<Emboitement>())
            {
                var ligne = Proteger(Ecrire(cible, emboitement, echappe));
                if (LectureMarques.Lire(ligne).SequenceEqual(cible))
                {
                    return ligne;
                }
            }
        }

        return null;
    }

    /// <summary>What begins with a star and a space would be read as an item, after the dash or the number of an item too.</summary>
    public static string Proteger(string ligne) => EtoileEnTete().Replace(ligne, "$1\\* ");

    /// <summary>One line, single spaces, nothing invisible, and no space at the edge of what is set apart.</summary>
    private static IReadOnlyList<Passage> Normaliser(IEnumerable<Passage> passages)
    {
        List<Passage> sortie = [];
        foreach (var passage in LectureMarques.Fondre(passages.Select(p => p with { Texte = Invisibles().Replace(p.Texte, ""), Lien = p.Lien is null ? null : Adresse.Lire(p.Lien) })))
        {
            var mots = passage.Texte.Trim();
            var simple = passage is { Gras: false, Italique: false, Lien: null };
            if (simple || mots.Length == 0)
            {
                sortie.Add(new(passage.Texte));
                continue;
            }

            var debut = passage.Texte.Length - passage.Texte.TrimStart().Length;
            sortie.Add(new(passage.Texte[..debut]));
            sortie.Add(passage with { Texte = mots });
            sortie.Add(new(passage.Texte[(debut + mots.Length)..]));
        }

        List<Passage> serres = [];
        var precedent = ' ';
        foreach (var passage in sortie.Where(p => p.Texte.Length > 0))
        {
            var texte = Blancs().Replace(passage.Texte, " ");
            texte = precedent == ' ' ? texte.TrimStart(' ') : texte;
            serres.Add(passage with { Texte = texte });
            precedent = texte.Length > 0 ? texte[^1] : precedent;
        }

        return Border(LectureMarques.Fondre(serres));
    }

    private static IReadOnlyList<Passage> Border(IReadOnlyList<Passage> passages)
    {
        if (passages.Count == 0)
        {
            return passages;
        }

        List<Passage> bordes = [.. passages];
        bordes[0] = bordes[0] with { Texte = bordes[0].Texte.TrimStart() };
        bordes[^1] = bordes[^1] with { Texte = bordes[^1].Texte.TrimEnd() };
        return bordes[0].Texte.Length == 0 || bordes[^1].Texte.Length == 0 ? Border([.. bordes.Where(p => p.Texte.Length > 0)]) : bordes;
    }

    /// <summary>Takes punctuation at the edges out of what is set apart.</summary>
    private static IEnumerable<Passage> Degager(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            if (passage is { Gras: false, Italique: false } or { Lien: not null })
            {
                yield return passage;
                continue;
            }

            var debut = passage.Texte.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
            var fin = passage.Texte.Reverse().TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
            if (debut == passage.Texte.Length)
            {
                yield return new(passage.Texte);
                continue;
            }

            yield return new(passage.Texte[..debut]);
            yield return passage with { Texte = passage.Texte[debut..^fin] };
            yield return new(passage.Texte[^fin..]);
        }
    }

    private static string Ecrire(IReadOnlyList<Passage> passages, Emboitement emboitement, bool echappe)
    {
        var sortie = new Ruban(echappe);
        var (gras, italique) = (false, false);
        string? lien = null;
        foreach (var passage in passages.Append(new("")))
        {
            if (passage.Lien != lien)
            {
                Basculer(new(""));
                if (lien is not null)
                {
                    sortie.Marquer($"]({Entite().Replace(lien, "&amp;")})");
                }

                sortie.Marquer(passage.Lien is null ? "" : "[");
                lien = passage.Lien;
            }

            if (emboitement == Emboitement.Separes)
            {
                Basculer(new(""));
            }

            Basculer(passage);
            sortie.Dire(passage.Texte);
        }

        return sortie.ToString();

        // the outer mark opens first and closes last; when it changes, the inner one is closed before
        void Basculer(Passage passage)
        {
            if (emboitement == Emboitement.ItaliqueDehors)
            {
                Poser(ref gras, "**", passage.Gras && italique == passage.Italique);
                Poser(ref italique, "*", passage.Italique);
                Poser(ref gras, "**", passage.Gras);
            }
            else
            {
                Poser(ref italique, "*", passage.Italique && gras == passage.Gras);
                Poser(ref gras, "**", passage.Gras);
                Poser(ref italique, "*", passage.Italique);
            }
        }

        void Poser(ref bool ouvert, string marque, bool voulu)
        {
            if (ouvert != voulu)
            {
                sortie.Marquer(marque);
                ouvert = voulu;
            }
        }
    }

    /// <summary>The line as it is written: words, and marks that a backslash at the end of words must not undo.</summary>
    private sealed class Ruban(bool echappe)
    {
        private readonly StringBuilder _ligne = new();
        private int _barres;

        public void Dire(string mots)
        {
            var ecrits = echappe ? Marque().Replace(mots, m => m.Groups[1].Value + m.Groups[1].Value + '\\' + m.Groups[2].Value) : mots;
            _ligne.Append(ecrits);
            _barres = ecrits.Length - ecrits.TrimEnd('\\').Length;
        }

        public void Marquer(string marque)
        {
            if (marque.Length > 0)
            {
                _ligne.Append('\\', echappe ? _barres : 0).Append(marque);
                _barres = 0;
            }
        }

        public override string ToString() => _ligne.ToString();
    }

    [GeneratedRegex(@"^((?:(?:-|\d+[.)]) )*)\* ")]
    private static partial Regex EtoileEnTete();

    [GeneratedRegex(@"(\\*)([*\[\]])")]
    private static partial Regex Marque();

    [GeneratedRegex(@"&(?=#?\w+;)")]
    private static partial Regex Entite();

    /// <summary>Controls, zero-width spaces and marks of byte order.</summary>
    [GeneratedRegex(@"[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u2060\uFEFF]")]
    private static partial Regex Invisibles();

    [GeneratedRegex(@"[ \t\r\n\f\v\u0085\u2028\u2029]+")]
    private static partial Regex Blancs();
}
