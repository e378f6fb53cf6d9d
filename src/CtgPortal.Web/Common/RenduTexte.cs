using System.Text;
using System.Text.Encodings.Web;
using CtgPortal.Domain.Textes;
using Microsoft.AspNetCore.Html;

namespace CtgPortal.Web.Common;

/// <summary>A text with fields as HTML. Everything typed is encoded.</summary>
public static class RenduTexte
{
    /// <summary>What the data filled stands in the line as one of these characters while its marks are read.</summary>
    private const char PremierChamp = '\uE000';
    private const char DernierChamp = '\uEFFF';

    /// <summary>Paragraphs and lists with their marks; what the data filled is marked, and says by its title which field it is.</summary>
    /// <param name="debut">Before each paragraph: « Vu » before visas.</param>
    public static IHtmlContent Html(IReadOnlyList<LigneRemplie> lignes, string debut = "")
    {
        ArgumentNullException.ThrowIfNull(lignes);
        List<Morceau> champs = [];
        var texte = string.Join('\n', lignes.Select(l => string.Concat(l.Morceaux.Select(m => Coder(m, champs)))));
        return new HtmlString(HtmlRiche.De(texte, HtmlEncoder.Default, debut, mots => Decoder(mots, champs)));
    }

    private static string Coder(Morceau morceau, List<Morceau> champs)
    {
        if (morceau.Champ is null || champs.Count > DernierChamp - PremierChamp)
        {
            return string.Concat(morceau.Texte.Where(c => c is < PremierChamp or > DernierChamp));
        }

        champs.Add(morceau);
        return ((char)(PremierChamp + champs.Count - 1)).ToString();
    }

    private static string Decoder(string mots, List<Morceau> champs)
    {
        var html = new StringBuilder();
        var debut = 0;
        for (var i = 0; i < mots.Length; i++)
        {
            if (mots[i] is >= PremierChamp and <= DernierChamp)
            {
                html.Append(HtmlEncoder.Default.Encode(mots[debut..i])).Append(Champ(champs[mots[i] - PremierChamp]));
                debut = i + 1;
            }
        }

        return html.Append(HtmlEncoder.Default.Encode(mots[debut..])).ToString();
    }

    private static string Champ(Morceau morceau) =>
        $"<span class=\"champ-auto{(morceau.Manque ? " champ-auto-manque" : "")}\" title=\"Champ automatique : {HtmlEncoder.Default.Encode(morceau.Champ!)}\">{HtmlEncoder.Default.Encode(morceau.Texte)}</span>";
}
