using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The plan, in the colours of its axes: at a glance, then fiche by fiche.</summary>
/// <param name="absent">What is said of a fiche where nothing is written.</param>
internal sealed class PlanWord(
    IReadOnlyList<string> niveaux, IReadOnlyList<AxeDossier> axes, TitresWord titres, MarquesWord marques, string absent = FicheWord.NonRenseignee)
{
    private readonly string _niveauFiche = niveaux.Count > 0 ? niveaux[^1] : "Fiche action";
    private readonly string _niveauAxe = niveaux.Count > 0 ? niveaux[0] : "Axe";

    public IEnumerable<OpenXmlElement> EnUnePage()
    {
        if (axes.Count == 0)
        {
            yield break;
        }

        yield return titres.Titre(1, "Le plan d’actions en une page", nouvellePage: true);
        var table = new TableWord("Le plan d’actions : chaque axe et ses fiches", [34, 66]).Colonnes(_niveauAxe, "Fiches");
        foreach (var (axe, rang) in axes.Select((a, i) => (a, i)))
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

    public IEnumerable<OpenXmlElement> FicheParFiche(string titre)
    {
        yield return titres.Titre(1, titre, nouvellePage: true);
        if (axes.Count == 0)
        {
            yield return EcritWord.Absent("Le plan d’actions n’est pas encore arrêté. Il sera joint à la convention par avenant.");
            yield break;
        }

        var fiches = axes.SelectMany(a => a.Toutes).ToList();
        var prevu = BudgetDossier.Sommer(fiches).Prevu;
        yield return EcritWord.Paragraphe(
            StylesWord.Corps,
            $"Le plan réunit {MotsWord.Pluriel(fiches.Count, "fiche")}. Chaque fiche porte la couleur de la partie du plan à laquelle elle appartient."
            + (prevu is null ? "" : $" Les financements prévus dans les fiches s’élèvent à {MotsWord.Montant(prevu)}."));
        foreach (var element in axes.SelectMany(Axe))
        {
            yield return element;
        }
    }

    /// <summary>The fiches alone, each on its page with the words of the branches above it.</summary>
    /// <param name="aLaSuite">The first one follows what is above it.</param>
    public IEnumerable<OpenXmlElement> FichesSeules(bool aLaSuite) => axes
        .SelectMany((a, rang) => Rangees(a.Fiches, a.Orientations, 1, TeintesWord.DeLAxe(a, rang), NomAxe(a)))
        .SelectMany((r, i) => Fiche(r.Fiche, 1, r.Couleur, r.Fil, premiere: aLaSuite && i == 0, nouvellePage: true));

    private IEnumerable<(FicheDossier Fiche, string Couleur, string Fil)> Rangees(
        IReadOnlyList<FicheDossier> fiches, IReadOnlyList<OrientationDossier> orientations, int profondeur, string couleur, string fil) =>
    [
        .. fiches.Select(f => (f, couleur, fil)),
        .. orientations.SelectMany(o => Rangees(o.Fiches, o.Orientations, profondeur + 1, couleur, $"{fil} › {NomOrientation(o, profondeur)}")),
    ];

    private string NomAxe(AxeDossier axe) => $"{_niveauAxe} {axe.Numero} – {axe.Titre}";

    private string NomOrientation(OrientationDossier orientation, int profondeur) =>
        $"{(niveaux.Count < 3 ? "Orientation" : niveaux[Math.Min(profondeur, niveaux.Count - 2)])} {orientation.Numero} – {orientation.Titre}";

    private IEnumerable<OpenXmlElement> Axe(AxeDossier axe, int rang)
    {
        var couleur = TeintesWord.DeLAxe(axe, rang);
        var nom = NomAxe(axe);
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
        var nom = NomOrientation(orientation, profondeur);
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
    private IEnumerable<OpenXmlElement> Fiche(FicheDossier fiche, int niveau, string couleur, string fil, bool premiere, bool nouvellePage = false) =>
    [
        titres.Titre(
            niveau, $"{_niveauFiche} {fiche.Numero} – {fiche.Titre}", TeintesWord.Eclaircie(couleur), TeintesWord.Lisible(couleur),
            nouvellePage: !premiere && (nouvellePage || fiche.Operations.Count + fiche.Budget.Count + fiche.Indicateurs.Count > 0)),
        .. new FicheWord(fiche, $"{_niveauFiche} {fiche.Numero}", fil, couleur, marques, absent).Corps(),
    ];
}
