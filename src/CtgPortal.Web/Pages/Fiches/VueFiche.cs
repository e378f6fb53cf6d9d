using System.Globalization;
using CtgPortal.Application.Marques;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>What the pages of one fiche share.</summary>
public static class VueFiche
{
    public static string Adresse(ConsulterFiche.Dossier fiche) => $"/conventions/{fiche.EnTete.Id.Value}/fiches/{fiche.Id.Value}";

    public static IReadOnlyList<Etape> Fil(ConsulterFiche.Dossier fiche, string? page = null)
    {
        var convention = $"/conventions/{fiche.EnTete.Id.Value}";
        var titre = $"{fiche.Plan.NomFiche} {fiche.Numero}";
        Etape[] debut = [new("Conventions", "/conventions"), new(fiche.EnTete.Intitule, convention), new("Plan d’actions", $"{convention}/plan")];
        return page is null ? [.. debut, new(titre)] : [.. debut, new(titre, Adresse(fiche)), new(page)];
    }

    /// <summary>After a section was saved.</summary>
    public static RedirectResult RetourALaFiche(
        this DossierPageModel<ConsulterFiche.Dossier> page, string section, EnregistrementFiche? enregistre = null)
    {
        page.TempData["Annonce"] = string.Join(" ", [$"{section} : c’est enregistré.", .. (enregistre?.Entretemps ?? []).Select(Entretemps)]);
        return new(Adresse(page.Dossier));
    }

    /// <summary>What others wrote while this person typed, and that the save kept.</summary>
    private static string Entretemps(ApportEntretemps apport)
    {
        var champs = string.Join(", ", apport.Champs.Select(c => $"«\u00A0{LibellesFiche.De(c).Libelle}\u00A0»"));
        return apport.Par is { } qui
            ? $"Entre-temps, {qui} a changé {champs} : c’est gardé aussi."
            : $"Entre-temps, vous aviez changé {champs} dans une autre fenêtre : c’est gardé aussi.";
    }

    /// <summary>The last part of the address of the form of a section.</summary>
    public static string Segment(SectionDeFiche section) => section == SectionDeFiche.PourQui ? "pour-qui" : section.ToString().ToLowerInvariant();

    public static string Titre(SectionDeFiche section) => section switch
    {
        SectionDeFiche.Identite => "Identité",
        SectionDeFiche.Objectifs => "Objectifs opérationnels",
        SectionDeFiche.PourQui => "Pour qui et où",
        SectionDeFiche.Operations => "Opérations",
        SectionDeFiche.Resultats => "Résultats et évaluation",
        _ => section.ToString(),
    };

    /// <summary>A value before and after, in words.</summary>
    public sealed record Changement(string? Avant, string? Apres)
    {
        /// <summary>The words in order, those that went away and those that came marked as such.</summary>
        public IEnumerable<IHtmlContent> Suites => Apres is null
            ? Avant is null ? [] : [Marquer("del", Avant)]
            : MotsCompares.EntreRedactions(Avant ?? "", Apres).SelectMany<Fragment, IHtmlContent>(s => s.Etat switch
            {
                // a word and the one that takes its place are two words
                EtatFragment.Supprime => [Marquer("del", s.Texte), new HtmlString(" ")],
                EtatFragment.Insere => [Marquer("ins", s.Texte)],
                _ => [Marquer("span", s.Texte)],
            });

        private static TagBuilder Marquer(string balise, string texte)
        {
            var marque = new TagBuilder(balise);
            marque.InnerHtml.Append(texte);
            return marque;
        }
    }

    /// <summary>« Opérations – Recruter : budget ».</summary>
    public static string Place(string champ, string? titre, string? colonne) => string.Concat(
        LibellesFiche.De(champ).Libelle,
        titre is null ? "" : $" – {titre}",
        colonne is null ? "" : $" : {LibellesFiche.De(champ, colonne).Libelle.ToLowerInvariant()}");

    public static string Place(ConflitFiche conflit) => Place(conflit.Champ, conflit.Titre, conflit.Colonne);

    /// <summary>One of the two versions of a conflict, against what both persons read.</summary>
    public static Changement Mots(ConflitFiche conflit, string? version, ConsulterFiche.Dossier fiche) =>
        EnMots(conflit.Champ, conflit.Colonne, conflit.Depart, version, fiche);

    public static Changement Mots(DifferenceFiche difference, ConsulterFiche.Dossier fiche) =>
        EnMots(difference.Champ, difference.Colonne, difference.Avant, difference.Apres, fiche);

    /// <summary>Marks of bold and links are shown only where nothing else changed.</summary>
    private static Changement EnMots(string champ, string? colonne, string? avant, string? apres, ConsulterFiche.Dossier fiche)
    {
        var mots = new Changement(Valeur(champ, colonne, avant, fiche), Valeur(champ, colonne, apres, fiche));
        var clair = new Changement(mots.Avant is { } a ? TexteRiche.EnClair(a) : null, mots.Apres is { } b ? TexteRiche.EnClair(b) : null);
        return colonne is null && ChampsFiche.De(champ).Nature == NatureChamp.TexteLong && clair.Avant != clair.Apres ? clair : mots;
    }

    /// <summary>A value as the journal writes it, in words; null for nothing.</summary>
    private static string? Valeur(string champ, string? colonne, string? brut, ConsulterFiche.Dossier fiche)
    {
        if (brut is null)
        {
            return null;
        }

        var declare = ChampsFiche.De(champ);
        var nature = colonne is null ? declare.Nature : declare.NatureDe(colonne);
        return nature switch
        {
            NatureChamp.Montant when decimal.TryParse(brut, CultureInfo.InvariantCulture, out var montant) => Format.Montant(montant),
            NatureChamp.Nombre when decimal.TryParse(brut, CultureInfo.InvariantCulture, out var nombre) => Format.Nombre(nombre),
            _ when champ == ChampsFiche.Financements.Code && colonne is null => Sommes(brut),
            _ when champ is "operations" or "indicateurs" && colonne is null => Details(brut),
            _ when champ == "communes" => string.Join(", ", brut.Split(" ; ").Select(c => fiche.Perimetre.FirstOrDefault(p => p.Code == c)?.Nom ?? c)),
            NatureChamp.Liste => brut.Replace(" ; ", ", ", StringComparison.Ordinal),
            _ => ChampsJournal.Valeur(colonne ?? champ, brut),
        };
    }

    /// <summary>What a whole operation or indicator says, beside its title.</summary>
    private static string Details(string ligne)
    {
        var details = ligne.Split(" | ").Skip(1).Select(d =>
            Enum.TryParse<TypeIndicateur>(d, out var type) && Enum.GetName(type) == d ? Libelles.De(type)
            : Enum.TryParse<CategorieIndicateur>(d, out var categorie) && Enum.GetName(categorie) == d ? Libelles.De(categorie).ToLowerInvariant()
            : decimal.TryParse(d, CultureInfo.InvariantCulture, out var nombre) ? Format.Nombre(nombre) : d).ToList();
        return details.Count == 0 ? ligne : string.Join(", ", details);
    }

    /// <summary>What a whole line of money says, beside its funder, year and nature that title it: « prévu 1 500 € ».</summary>
    private static string Sommes(string ligne)
    {
        var montants = ligne[(ligne.LastIndexOf(" : ", StringComparison.Ordinal) + 3)..].Split(" / ");
        return string.Join(", ", montants.Zip(["prévu", "réalisé"])
            .Where(m => m.First != "-")
            .Select(m => decimal.TryParse(m.First, CultureInfo.InvariantCulture, out var montant) ? $"{m.Second} {Format.Montant(montant)}" : m.First));
    }

    /// <summary>« 60 places »; nothing for a text.</summary>
    public static string Valeur(decimal? valeur, string? unite) =>
        valeur is { } v ? string.Create(CultureInfo.InvariantCulture, $"{Format.Nombre(v)}\u00A0{unite}").TrimEnd() : "–";

    /// <summary>The lines of one funder and one nature, in the order in which they were typed.</summary>
    public static IEnumerable<IGrouping<(string Financeur, NatureDepense Nature), Financement>> Lignes(IEnumerable<Financement> financements) =>
        financements.GroupBy(f => (Cle: f.Financeur.ToUpperInvariant(), f.Nature)).SelectMany(g => g.GroupBy(_ => (g.First().Financeur, g.Key.Nature)));
}
