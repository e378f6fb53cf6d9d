using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CtgPortal.Application.Marques;

/// <summary>
/// Reads the words of HTML from the editor, or pasted from Word, Google Docs, LibreOffice or a page, as a marked text. Only words and
/// the few marks come out: there is no list of what is dangerous to forget something in.
/// </summary>
internal sealed partial class LectureHtml
{
    /// <summary>Deeper than any document; below it, words without marks.</summary>
    private const int ProfondeurMax = 200;

    private static readonly HashSet<string> Muets = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "svg", "math", "template", "noscript", "iframe", "object", "embed", "head", "title", "audio", "video", "canvas",
        "select", "datalist", "textarea", "button", "applet", "noframes", "frameset", "xml", "del",
    };

    private static readonly HashSet<string> Blocs = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer", "main", "aside", "nav", "address",
        "dl", "dt", "dd", "pre", "center", "fieldset", "legend", "figure", "figcaption", "form", "hr", "details", "summary", "table", "thead", "tbody",
        "tfoot", "tr", "caption", "li",
    };

    private readonly List<string> _lignes = [];
    private readonly List<Passage> _courant = [];

    /// <summary>What the line begins with, when it is an item.</summary>
    private string? _puce;

    /// <summary>Inside an item or a cell, paragraphs follow one another on the same line.</summary>
    private bool _fondu;

    public static string Lire(string html)
    {
        if (!HtmlRaisonnable.EstLisible(html))
        {
            return EcritureMarques.Ligne([new(HtmlRaisonnable.Mots(html))]);
        }

        var lecture = new LectureHtml();
        lecture.Lire(new HtmlParser().ParseDocument(html).Body!, new(""), 0);
        lecture.Fermer();
        return string.Join('\n', lecture._lignes);
    }

    private void LireContenu(INode noeud, Passage style, int profondeur)
    {
        foreach (var enfant in noeud.ChildNodes)
        {
            if (enfant is IText mots)
            {
                _courant.Add(style with { Texte = mots.Data });
            }
            else if (enfant is IElement element && profondeur > ProfondeurMax)
            {
                _courant.Add(style with { Texte = element.TextContent });
            }
            else if (enfant is IElement connu)
            {
                Lire(connu, style, profondeur + 1);
            }
        }
    }

    private void Lire(IElement element, Passage style, int profondeur)
    {
        var nom = element.LocalName;
        var apparence = Apparence.De(element);
        if (Muets.Contains(nom) || nom.StartsWith("v:", StringComparison.Ordinal) || apparence.Cachee)
        {
            return;
        }

        style = Marquer(element, style, apparence);
        switch (nom)
        {
            case "br":
                Couper();
                break;
            case "ul" or "ol" or "menu" or "dir" when !_fondu || element.Ancestors<IElement>().All(a => a.LocalName is not ("td" or "th")):
                LireListe(element, style, profondeur);
                break;
            case "td" or "th":
                Cellule(element, style, profondeur);
                break;
            case "p" when !_fondu && PuceWord.Lire(element) is { } puce:
                Fermer();
                _puce = puce;
                LireContenu(element, style, profondeur);
                Fermer();
                break;
            case var bloc when Blocs.Contains(bloc):
                Couper();
                LireContenu(element, style, profondeur);
                Couper();
                break;
            default:
                LireContenu(element, style, profondeur);
                break;
        }
    }

    private void LireListe(IElement liste, Passage style, int profondeur)
    {
        var dehors = (_puce, _fondu);
        Fermer();
        var numero = liste.LocalName != "ol" ? (int?)null : int.TryParse(liste.GetAttribute("start"), out var premier) && premier is > 0 and < 900 ? premier : 1;
        foreach (var enfant in liste.ChildNodes)
        {
            if (enfant is IElement { LocalName: "ul" or "ol" } dedans)
            {
                // nested without an item of its own, as some editors write it
                LireListe(dedans, style, profondeur + 1);
                continue;
            }

            var avant = _lignes.Count;
            _puce = numero is { } n ? $"{n}. " : "- ";
            _fondu = true;
            if (enfant is IElement { LocalName: "li" } item)
            {
                LireContenu(item, Marquer(item, style, Apparence.De(item)), profondeur + 1);
            }
            else if (enfant is IText or IElement)
            {
                var seul = enfant.Clone();
                _courant.Add(style with { Texte = seul.TextContent });
            }

            Fermer();
            numero = _lignes.Count > avant && numero is not null ? numero + 1 : numero;
        }

        (_puce, _fondu) = dehors;
    }

    /// <summary>The cells of a row make one line.</summary>
    private void Cellule(IElement cellule, Passage style, int profondeur)
    {
        if (_courant.Any(p => !string.IsNullOrWhiteSpace(p.Texte)) && !string.IsNullOrWhiteSpace(cellule.TextContent))
        {
            _courant.Add(new(" – "));
        }

        var dehors = _fondu;
        _fondu = true;
        LireContenu(cellule, style, profondeur);
        _fondu = dehors;
    }

    private void Couper()
    {
        if (_fondu)
        {
            _courant.Add(new(" "));
        }
        else
        {
            Fermer();
        }
    }

    private void Fermer()
    {
        var mots = EcritureMarques.Ligne(_courant);
        _courant.Clear();
        if (mots.Length > 0)
        {
            var fausse = FaussePuce().Match(mots);

            // a star that a drawn bullet hid begins the item once the bullet is gone
            _lignes.Add(_puce is null && fausse.Success && fausse.Length < mots.Length ? "- " + EcritureMarques.Proteger(mots[fausse.Length..]) : _puce + mots);
        }

        _puce = null;
    }

    private static Passage Marquer(IElement element, Passage style, Apparence apparence)
    {
        style = element.LocalName switch
        {
            "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" => style with { Gras = true },
            "i" or "em" => style with { Italique = true },
            "a" => style with { Lien = Adresse.Lire(element.GetAttribute("href")) ?? style.Lien },
            _ => style,
        };
        return style with { Gras = apparence.Gras ?? style.Gras, Italique = apparence.Italique ?? style.Italique };
    }

    /// <summary>What people and programs draw at the beginning of a line to make it look like an item.</summary>
    [GeneratedRegex(@"^([•·▪◦●○■‣⁃\uF0A7\uF0B7][\s\u00A0]*|-[\s\u00A0]+)")]
    private static partial Regex FaussePuce();
}
