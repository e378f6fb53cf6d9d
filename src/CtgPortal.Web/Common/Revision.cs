using CtgPortal.Application.Textes;
using CtgPortal.Application.Versions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>A text compared with another, as HTML: what was taken away and added is told in words to those who see neither line nor colour.</summary>
public static class Revision
{
    public static IHtmlContent EnLigne(ChampCompare champ) => Ecrire(champ.Fragments, champ.Nature);

    public static IHtmlContent EnLigne(IEnumerable<Fragment> fragments) => Ecrire(fragments, NatureChamp.Texte);

    /// <summary>What changed with a few words around it; null when there is nothing to leave out.</summary>
    public static IHtmlContent? Abregee(ChampCompare champ) =>
        champ.Nature == NatureChamp.Texte && MotsCompares.Abreger(champ.Fragments) is { } courts ? Ecrire(courts, champ.Nature) : null;

    /// <summary>The text before, with what was taken away.</summary>
    public static IHtmlContent Avant(ChampCompare champ) => Ecrire(champ.Fragments.Where(f => f.Etat != EtatFragment.Insere), champ.Nature);

    /// <summary>The text after, with what was added.</summary>
    public static IHtmlContent Apres(ChampCompare champ) => Ecrire(champ.Fragments.Where(f => f.Etat != EtatFragment.Supprime), champ.Nature);

    private static HtmlContentBuilder Ecrire(IEnumerable<Fragment> fragments, NatureChamp nature)
    {
        var sortie = new HtmlContentBuilder();
        foreach (var fragment in fragments)
        {
            switch (fragment.Etat)
            {
                case EtatFragment.Supprime:
                    sortie.AppendHtml(Marque("del", "[retiré : ", fragment.Texte));
                    break;
                case EtatFragment.Insere:
                    sortie.AppendHtml(Marque("ins", "[ajouté : ", fragment.Texte));
                    break;
                default:
                    sortie.Append(fragment.Texte);
                    break;
            }

            // the items of a list stand each on its line
            sortie.Append(nature == NatureChamp.Liste ? "\n" : "");
        }

        return sortie;
    }

    private static TagBuilder Marque(string balise, string annonce, string texte)
    {
        var marque = new TagBuilder(balise);
        marque.InnerHtml.AppendHtml(Annonce(annonce)).Append(texte).AppendHtml(Annonce("] "));
        return marque;
    }

    private static TagBuilder Annonce(string mots)
    {
        var annonce = new TagBuilder("span");
        annonce.AddCssClass("visually-hidden");
        annonce.InnerHtml.Append(mots);
        return annonce;
    }
}
