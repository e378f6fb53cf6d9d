using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The plan, in the colours of its axes: at a glance, then fiche by fiche.</summary>
internal sealed class PlanWord(DossierConvention c, TitresWord titres, MarquesWord marques)
{
    private readonly string _niveauFiche = c.Niveaux.Count > 0 ? c.Niveaux[^1] : "Fiche action";
    private readonly string _niveauAxe = c.Niveaux.Count > 0 ? c.Niveaux[0] : "Axe";

    public IEnumerable<OpenXmlElement> EnUnePage()
    {
        if (c.Axes.Count == 0)
        {
            yield break;
        }

        yield return titres.Titre(1, "Le plan d’actions en une page", nouvellePage: true);
        var table = new TableWord("Le plan d’actions : chaque axe et ses fiches", [34, 66]).Colonnes(_niveauAxe, "Fiches");
        foreach (var (axe, rang) in c.Axes.Select((a, i) => (a, i)))
        {
            var couleur = TeintesWord.DeLAxe(axe, rang);
            var fiches = axe.Toutes.ToList();
            table.Ajouter(
            [
                new(
                    [.. EcritWord.Lignes(StylesWord.Cellule, $"{axe.Numero}. {axe.Titre}", gras: true, couleur: TeintesWord.EncreSur(couleur))],
                    couleur),
                new(
                    fiches.Count == 0
                        ? [EcritWord.Absent("Fiches à venir")]
                        : [.. fiches.Select(f => EcritWord.Paragraphe(
                            StylesWord.Cellule, EcritWord.Suite($"{f.Numero}  ", gras: true, couleur: TeintesWord.Lisible(couleur)), EcritWord.Suite(f.Titre)))],
                    TeintesWord.Eclaircie(couleur)),
            ]);
        }

        yield return table.Construire();
        yield return EcritWord.Respiration();
    }

    public IEnumerable<OpenXmlElement> Annexe()
    {
        yield return titres.Titre(1, MotsWord.Annexe(c, 3) + (MotsWord.Periode(c) is { } periode ? $" {periode}" : ""), nouvellePage: true);
        if (c.Axes.Count == 0)
        {
            yield return EcritWord.Absent("Le plan d’actions n’est pas encore arrêté. Il sera joint à la convention par avenant.");
            yield break;
        }

        var fiches = c.Axes.SelectMany(a => a.Toutes).ToList();
        var prevu = c.Montants.Prevu;
        yield return EcritWord.Paragraphe(
            StylesWord.Corps,
            $"Le plan réunit {MotsWord.Pluriel(fiches.Count, "fiche")}. Chaque fiche porte la couleur de la partie du plan à laquelle elle appartient."
            + (prevu is null ? "" : $" Les financements prévus dans les fiches s’élèvent à {MotsWord.Montant(prevu)}."));
        foreach (var element in c.Axes.SelectMany(Axe))
        {
            yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Axe(AxeDossier axe, int rang)
    {
        var couleur = TeintesWord.DeLAxe(axe, rang);
        var nom = $"{_niveauAxe} {axe.Numero} – {axe.Titre}";
        yield return titres.Titre(2, nom, couleur, TeintesWord.EncreSur(couleur), nouvellePage: true);
        foreach (var ligne in axe.Description is { } description ? marques.Blocs(BlocTexte.DepuisTexte(description)) : [])
        {
            yield return ligne;
        }

        if (!axe.Toutes.Any() && axe.Orientations.Count == 0)
        {
            yield return EcritWord.Absent("Aucune fiche n’est encore rattachée à ce niveau du plan.");
        }

        foreach (var element in axe.Fiches.SelectMany((f, i) => Fiche(f, 3, couleur, nom, premiere: i == 0)).Concat(axe.Orientations.SelectMany(o => Orientation(o, 1, couleur, nom))))
        {
            yield return element;
        }
    }

    private IEnumerable<OpenXmlElement> Orientation(OrientationDossier orientation, int profondeur, string couleur, string fil)
    {
        var niveau = c.Niveaux.Count < 3 ? "Orientation" : c.Niveaux[Math.Min(profondeur, c.Niveaux.Count - 2)];
        var nom = $"{niveau} {orientation.Numero} – {orientation.Titre}";
        yield return titres.Titre(3, nom, couleur: TeintesWord.Lisible(couleur));
        foreach (var ligne in orientation.Description is { } description ? marques.Blocs(BlocTexte.DepuisTexte(description)) : [])
        {
            yield return ligne;
        }

        if (!orientation.Toutes.Any())
        {
            yield return EcritWord.Absent("Aucune fiche n’est encore rattachée à ce niveau du plan.");
        }

        foreach (var element in orientation.Fiches.SelectMany((f, i) => Fiche(f, 4, couleur, $"{fil} › {nom}", premiere: i == 0))
            .Concat(orientation.Orientations.SelectMany(o => Orientation(o, profondeur + 1, couleur, $"{fil} › {nom}"))))
        {
            yield return element;
        }
    }

    /// <summary>A fiche that is written has pages of its own; those of a few lines follow one another.</summary>
    private IEnumerable<OpenXmlElement> Fiche(FicheDossier fiche, int niveau, string couleur, string fil, bool premiere) =>
    [
        titres.Titre(
            niveau, $"{_niveauFiche} {fiche.Numero} – {fiche.Titre}", TeintesWord.Eclaircie(couleur), TeintesWord.Lisible(couleur),
            nouvellePage: !premiere && fiche.Operations.Count + fiche.Budget.Count + fiche.Indicateurs.Count > 0),
        .. new FicheWord(fiche, $"{_niveauFiche} {fiche.Numero}", fil, couleur, marques).Corps(),
    ];
}
