using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Annexe 1: the diagnostic theme by theme, what it rests on, the workshops and the thread from finding to action.</summary>
internal sealed class DiagnosticWord(DossierConvention c, TitresWord titres, GraphiquesWord graphiques, MarquesWord marques)
{
    private const int AnneesMax = 6;

    public IEnumerable<OpenXmlElement> Annexe() =>
    [
        titres.Titre(1, MotsWord.Annexe(c, 1), nouvellePage: true),
        .. c.Diagnostic is { } d ? Diagnostic(d) : [EcritWord.Absent("Le diagnostic partagé n’est pas encore joint à cette version.")],
        .. Ateliers(),
        .. Fil(),
    ];

    private IEnumerable<OpenXmlElement> Diagnostic(DiagnosticDossier d) =>
    [
        .. d.ValideLe is { } le ? [EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite($"Validé le {Mots.Jour(le)}.", gras: true))] : (OpenXmlElement[])[],
        .. d.Methode is { } methode ? marques.Blocs(BlocTexte.DepuisTexte(methode)) : [],
        .. d.Sources.Count == 0 ? [] : (OpenXmlElement[])[EcritWord.Paragraphe(StylesWord.Corps, $"Sources : {string.Join(", ", d.Sources)}.")],
        .. d.Themes.SelectMany(Theme),
        .. d.Enquetes.Count == 0 ? [] : Enquetes(d.Enquetes),
        .. d.Entretiens.Count == 0 ? [] : Entretiens(d.Entretiens),
        .. d.Documents.Count == 0 ? [] : (OpenXmlElement[])[titres.Titre(2, "Les documents consultés"), .. d.Documents.Select(x => EcritWord.Paragraphe(StylesWord.Puce, x))],
    ];

    private IEnumerable<OpenXmlElement> Theme(ThemeDossier theme)
    {
        var dessines = theme.Figures.Select(f => f.Titre).ToHashSet();
        return
        [
            titres.Titre(2, MotsWord.Majuscule(theme.Titre)),
            .. theme.Synthese is { } synthese ? marques.Blocs(BlocTexte.DepuisTexte(synthese)) : [],
            .. Chiffres(theme.Titre, [.. theme.Indicateurs.Where(i => !dessines.Contains(i.Libelle))]),
            .. theme.Figures.SelectMany(Figure),
            .. theme.Constats.GroupBy(x => x.Nature).SelectMany(g => (OpenXmlElement[])
            [
                EcritWord.Paragraphe(StylesWord.Legende, MotsWord.Nature(g.Key, g.Count() > 1)),
                .. g.Select(x => EcritWord.Paragraphe(StylesWord.Puce, x.Texte)),
            ]),
        ];
    }

    private static IEnumerable<OpenXmlElement> Chiffres(string theme, IReadOnlyList<IndicateurDiagnosticDossier> indicateurs)
    {
        var connus = indicateurs.Where(i => i.Valeur is not null || i.Etat is not null).ToList();
        if (connus.Count > 0)
        {
            var table = new TableWord($"Chiffres : {theme}", [40, 18, 22, 20]).Colonnes("Indicateur", "Valeur", "Territoire, année", "Source");
            foreach (var i in connus)
            {
                table.Textes(
                    i.Libelle, i.Valeur is { } v ? Nombres.Mesure(v, i.Unite) : i.Etat, MotsWord.Joindre(i.Geographie, MotsWord.Annee(i.Annee)), i.Source);
            }

            yield return EcritWord.Paragraphe(StylesWord.Legende, "Chiffres");
            yield return table.Construire();
            yield return EcritWord.Respiration();
        }

        var attendus = indicateurs.Where(i => i.Valeur is null && i.Etat is null).Select(i => i.Libelle).Distinct().ToList();
        if (attendus.Count > 0)
        {
            yield return EcritWord.Paragraphe(StylesWord.Note, $"Chiffres attendus : {string.Join(", ", attendus)}.");
        }
    }

    private IEnumerable<OpenXmlElement> Figure(FigureDossier f)
    {
        // sixty indicators would bury the rest of the contents: a caption, not a heading
        yield return EcritWord.Paragraphe(StylesWord.TitreFigure, f.Titre);
        if (f.Definition is { } definition)
        {
            yield return EcritWord.Paragraphe(StylesWord.Note, definition);
        }

        if (f.Valeur is { } valeur)
        {
            yield return EcritWord.Paragraphe(
                StylesWord.Corps, EcritWord.Suite(valeur, gras: true, couleur: TeintesWord.Sarcelle, taille: "28"), EcritWord.Suite($"  {f.Legende}", couleur: TeintesWord.Sourdine),
                EcritWord.Suite(f.Phrases.Count > 0 ? $". {MotsWord.Majuscule(string.Join(", ", f.Phrases))}." : ""));
        }

        foreach (var element in f.Graphiques.SelectMany(Dessin))
        {
            yield return element;
        }

        if (f.Lignes.Count > 0 && f.Annees.Count > 0)
        {
            var annees = f.Annees.Select((a, i) => (Annee: a, Rang: i)).TakeLast(AnneesMax).ToList();
            var largeur = 66 / annees.Count;
            var table = new TableWord($"{f.Titre} : les chiffres par territoire et par année", [100 - (largeur * annees.Count), .. annees.Select(_ => largeur)])
                .Colonnes(["Territoire", .. annees.Select(a => MotsWord.Annee(a.Annee))]);
            foreach (var ligne in f.Lignes)
            {
                table.Textes([ligne.Territoire, .. annees.Select(a => a.Rang < ligne.Valeurs.Count ? ligne.Valeurs[a.Rang] : "")]);
            }

            yield return table.Construire();
        }

        yield return EcritWord.Paragraphe(StylesWord.Note, f.Sources.Count == 0 ? "" : $"{(f.Sources.Count > 1 ? "Sources" : "Source")} : {string.Join(" ; ", f.Sources)}.");
    }

    /// <summary>A chart that the word processor draws; a version frozen before its figures were kept has its words.</summary>
    private IEnumerable<OpenXmlElement> Dessin(GraphiqueDossier g) => g.Forme is { } forme
        ? graphiques.Dessiner(new(
            forme == FormeDessin.Barres ? FormeGraphique.Barres : FormeGraphique.Lignes, g.Titre, g.Alt, g.Categories,
            [.. g.Series.Select(s => new SerieGraphique(s.Nom, s.Valeurs))], g.Svg))
        : [EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite($"{g.Titre} : ", gras: true), EcritWord.Suite(g.Alt))];

    private IEnumerable<OpenXmlElement> Enquetes(IReadOnlyList<EnqueteDossier> enquetes) =>
    [
        titres.Titre(2, "Les enquêtes"),
        .. enquetes.SelectMany(e => (OpenXmlElement[])
        [
            titres.Titre(3, e.Intitule),
            EcritWord.Paragraphe(StylesWord.Corps, e.Faits),
            .. e.Methode is { } methode ? marques.Blocs(BlocTexte.DepuisTexte(methode)) : [],
            .. e.Questions.SelectMany(q => (OpenXmlElement[])
            [
                EcritWord.Paragraphe(StylesWord.TitreFigure, q.Intitule),
                .. q.Graphique is { } g ? Dessin(g) : [],
                .. q.Texte is { } texte ? EcritWord.Lignes(StylesWord.Note, texte) : [],
            ]),
        ]),
    ];

    private IEnumerable<OpenXmlElement> Entretiens(IReadOnlyList<EntretienDossier> entretiens) =>
    [
        titres.Titre(2, "Les entretiens"),
        .. entretiens.SelectMany(e => (OpenXmlElement[])
        [
            titres.Titre(3, e.Intitule),
            .. e.Faits is { } faits ? EcritWord.Lignes(StylesWord.Note, faits) : [],
            .. e.Synthese is { } synthese ? marques.Blocs(BlocTexte.DepuisTexte(synthese)) : [],
            .. MotsSources.Pieces(e.PiecesJointes) is { } pieces ? EcritWord.Lignes(StylesWord.Note, pieces) : [],
        ]),
    ];

    private IEnumerable<OpenXmlElement> Ateliers() => c.Ateliers.Count == 0 ? [] : [titres.Titre(2, "Les ateliers"), .. c.Ateliers.SelectMany(Atelier)];

    private IEnumerable<OpenXmlElement> Atelier(AtelierDossier a)
    {
        yield return titres.Titre(3, a.Titre);
        (string Etiquette, string? Valeur)[] lignes =
        [
            ("Série", a.Serie), ("But", a.But), ("Thèmes", string.Join(", ", a.Themes)), ("Date", a.Date is { } le ? Mots.Jour(le) : a.DateTexte), ("Lieu", a.Lieu),
            ("Animation", a.Animateur), ("Participants", a.Participants), ("Organisations", string.Join(", ", a.Organisations)),
        ];
        var remplies = lignes.Where(l => !string.IsNullOrEmpty(l.Valeur)).ToList();
        if (remplies.Count > 0)
        {
            var table = new TableWord($"Atelier {a.Titre}", [24, 76]).Entete([CelluleWord.De("L’atelier", gras: true, couleur: TeintesWord.Sarcelle) with { Colonnes = 2 }]);
            foreach (var (etiquette, valeur) in remplies)
            {
                table.Ajouter([CelluleWord.De(etiquette, gras: true, couleur: TeintesWord.Vif), CelluleWord.De(valeur)]);
            }

            yield return table.Construire();
            yield return EcritWord.Respiration();
        }

        foreach (var nature in a.Contributions.GroupBy(x => x.Nature))
        {
            yield return EcritWord.Paragraphe(StylesWord.Legende, MotsWord.Majuscule(nature.Key));
            foreach (var x in nature.OrderByDescending(x => x.Points ?? 0))
            {
                yield return EcritWord.Paragraphe(StylesWord.Puce, x.Texte + (x.Points is { } points ? $" ({MotsWord.Pluriel(points, "point")})" : ""));
            }
        }
    }

    private IEnumerable<OpenXmlElement> Fil()
    {
        if (c.Fil.Count == 0)
        {
            yield break;
        }

        yield return titres.Titre(2, "Du constat à l’action");
        var table = new TableWord("À quoi répond chaque partie du plan", [36, 64]).Colonnes("Partie du plan", "Répond à");
        foreach (var lien in c.Fil)
        {
            table.Ajouter(
                [CelluleWord.De($"{lien.Numero} – {lien.Intitule}", gras: true), CelluleWord.De(string.Join("\n", lien.Origines.Select(o => $"{MotsWord.Majuscule(o.Nature)} : {o.Texte}{(o.Contexte is { } x ? $" ({x})" : "")}")))],
                insecable: lien.Origines.Count < 8);
        }

        yield return table.Construire();
        yield return EcritWord.Respiration();
    }
}
