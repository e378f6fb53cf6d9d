using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>A fiche under its heading: two columns whose first row says again which fiche it is, then operations, money and indicators.</summary>
internal sealed class FicheWord(FicheDossier f, string numero, string fil, string couleur, MarquesWord marques, string absent = FicheWord.NonRenseignee)
{
    public const string NonRenseignee = "Le contenu de cette fiche n’est pas encore renseigné.";

    /// <summary>More columns would not hold on a page.</summary>
    private const int AnneesMax = 6;

    public IEnumerable<OpenXmlElement> Corps()
    {
        var rubriques = Rubriques().Where(r => r.Lignes.Count > 0).ToList();
        if (rubriques.Count == 0 && f.Operations.Count + f.Budget.Count + f.Indicateurs.Count == 0 && f.Suivi is null)
        {
            yield return EcritWord.Paragraphe(StylesWord.Note, fil);
            yield return EcritWord.Absent(absent);
            yield break;
        }

        var autour = MotsWord.Joindre(
            MotsSources.Pieces(f.PiecesJointes),
            f.FichesLiees.Count > 0 ? $"{(f.FichesLiees.Count > 1 ? "Fiches liées" : "Fiche liée")} : {string.Join(", ", f.FichesLiees)}" : null,
            f.Version is { } version ? $"version {version}" : null,
            f.MiseAJourLe is { } le ? $"mise à jour le {Mots.Jour(le)}" : null,
            f.Auteur is { } auteur ? $"rédaction : {auteur}" : null);
        if (autour.Length > 0)
        {
            yield return EcritWord.Paragraphe(StylesWord.Note, MotsWord.Majuscule(autour));
        }

        if (rubriques.Count > 0)
        {
            yield return Principale(rubriques);
            yield return EcritWord.Respiration();
        }

        foreach (var element in Operations().Concat(Budget()).Concat(Indicateurs()).Concat(Suivi()))
        {
            yield return element;
        }
    }

    private Table Principale(IEnumerable<(string Titre, IReadOnlyList<(string Etiquette, IReadOnlyList<Paragraph> Valeur)> Lignes)> rubriques)
    {
        var encre = TeintesWord.Lisible(couleur);
        var table = new TableWord($"{numero} : rubriques et contenu", [27, 73], couleur).Entete([new CelluleWord(
            [EcritWord.Paragraphe(StylesWord.Cellule, EcritWord.Suite(numero, gras: true, couleur: TeintesWord.EncreSur(couleur)), EcritWord.Suite($"   {fil}", couleur: TeintesWord.EncreSur(couleur), taille: "17"))],
            couleur, 2)]);
        foreach (var (titre, lignes) in rubriques)
        {
            var entete = EcritWord.Paragraphe(StylesWord.Cellule, EcritWord.Suite(titre.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("fr-FR")), gras: true, couleur: encre, taille: "17"));
            entete.ParagraphProperties!.Append(new KeepNext());
            table.Ajouter([new([entete], null, 2)]);
            foreach (var (etiquette, valeur) in lignes)
            {
                table.Ajouter(
                    [CelluleWord.De(etiquette, gras: true, couleur: encre) with { Fond = TeintesWord.Eclaircie(couleur) }, new(valeur)],
                    insecable: valeur.Sum(p => p.InnerText.Length) < 1200);
            }
        }

        return table.Construire();
    }

    private IEnumerable<(string Titre, IReadOnlyList<(string Etiquette, IReadOnlyList<Paragraph> Valeur)> Lignes)> Rubriques() =>
    [
        ("Pourquoi", [.. Ligne("Thèmes", string.Join(", ", f.Themes.Select(MotsWord.Majuscule))), .. Ligne("Origine", f.ImposeeParCaf ? "Fiche commune, demandée par la caisse" : null), .. Champ("constat", f.Constat), .. Champ("enjeu", f.Enjeu), .. Liste(De("schemas"), f.Schemas), .. Champ("lien-schemas", f.LienSchemas)]),
        ("Quoi",
            [
                .. Champ("objectif-general", f.ObjectifGeneral), .. Liste(De("objectifs-operationnels"), f.ObjectifsOperationnels), .. Champ("descriptif", f.Descriptif),
                .. Champ("nature", f.Nature), .. Champ("livrables", f.Livrables),
            ]),
        ("Pour qui et où", [.. Champ("publics", f.Publics), .. Champ("nombre-vise", f.NombreVise), .. Champ("secteur", f.Secteur), .. Champ("communes", string.Join(", ", f.Communes))]),
        ("Qui",
            [
                .. Champ("pilote-structure", f.Pilote), .. Champ("pilote-personne", f.PilotePersonne), .. Champ("copilote-caf", f.CopiloteCaf),
                .. Champ("elu-referent", f.EluReferent), .. Champ("service", f.ServicePilote), .. Liste(De("partenaires"), f.Partenaires),
                .. Ligne("Acteurs mobilisés", f.ActeursMobilises), .. Champ("instance", f.Instance),
            ]),
        ("Quand",
            [
                .. Champ("calendrier", f.Calendrier), .. Ligne("Dates", Dates()), .. Champ("amelioration-continue", f.AmeliorationContinue ? "Action sans fin prévue" : null),
                .. Liste("Étapes", [.. f.Etapes.Select(e => e.Intitule + (e.Echeance is { } le ? $" – {Mots.Jour(le)}" : ""))]),
            ]),
        ("Moyens",
            [
                .. Champ("moyens-humains", f.MoyensHumains), .. Champ("moyens-techniques", f.MoyensMateriels),
                .. Champ("cout-previsionnel", f.CoutPrevisionnel is { } cout ? MotsWord.Montant(cout) : null), .. Ligne("Financements recherchés", f.SourcesFinancement),
            ]),
        ("Résultats et évaluation", [.. Champ("resultats-attendus", f.ResultatsAttendus), .. Champ("modalites-evaluation", f.ModalitesEvaluation), .. Champ("participation", f.ParticipationCitoyenne)]),
    ];

    private string? Dates() => (f.Debut, f.Fin) switch
    {
        ({ } debut, { } fin) => $"Du {Mots.Jour(debut)} au {Mots.Jour(fin)}",
        ({ } debut, null) => $"À partir du {Mots.Jour(debut)}",
        (null, { } fin) => $"Jusqu’au {Mots.Jour(fin)}",
        _ => null,
    };

    /// <summary>A field, under the words that the pages have for it.</summary>
    private IEnumerable<(string, IReadOnlyList<Paragraph>)> Champ(string code, string? valeur) => Ligne(De(code), valeur);

    private static string De(string code) => LibellesFiche.De(code).Libelle;

    private IEnumerable<(string, IReadOnlyList<Paragraph>)> Ligne(string etiquette, string? valeur) => string.IsNullOrWhiteSpace(valeur)
        ? []
        : [(etiquette, [.. marques.Blocs(BlocTexte.DepuisTexte(valeur), StylesWord.Cellule)])];

    private IEnumerable<(string, IReadOnlyList<Paragraph>)> Liste(string etiquette, IReadOnlyList<string> valeurs) =>
        valeurs.Count == 0 ? [] : [(etiquette, [.. marques.Liste(valeurs, null, enCellule: true)])];

    private IEnumerable<OpenXmlElement> Operations()
    {
        if (f.Operations.Count == 0)
        {
            return [];
        }

        var table = new TableWord($"Opérations, {numero}", [29, 18, 16, 21, 16], couleur).Colonnes("Opération", "Pilote", "Public", "Calendrier", "Budget");
        foreach (var o in f.Operations)
        {
            table.Ajouter([
                new([
                    .. EcritWord.Lignes(StylesWord.Cellule, o.Titre, gras: true),
                    .. o.Descriptif is { } d ? marques.Blocs(BlocTexte.DepuisTexte(d), StylesWord.Cellule) : [],
                    .. o.Indicateurs is { } i ? marques.Blocs(BlocTexte.DepuisTexte($"Indicateurs : {i}"), StylesWord.Cellule) : [],
                ]),
                CelluleWord.De(o.Pilote), CelluleWord.De(o.Publics), CelluleWord.De(o.Calendrier), Montant(o.Budget),
            ]);
        }

        if (f.Operations.Count(o => o.Budget is not null) > 1)
        {
            table.Ajouter(Total(4, [f.Operations.Sum(o => o.Budget ?? 0)]));
        }

        return [Legende("Opérations"), table.Construire(), EcritWord.Respiration()];
    }

    private IEnumerable<OpenXmlElement> Budget()
    {
        if (f.Budget.Count == 0)
        {
            return [];
        }

        var tableau = f.Tableau;
        var n = tableau.Annees.Count;
        // the nature under the funder: amounts keep the width that they need
        var annees = n <= AnneesMax ? tableau.Annees : [];
        var table = new TableWord($"Financements, {numero}", [28, .. Enumerable.Repeat(72 / (annees.Count + 1), annees.Count + 1)], couleur)
            .Entete([Titre("Financeur"), .. annees.Append("Total").Select(t => Titre(t, JustificationValues.Right))]);
        foreach (var rang in tableau.Rangs)
        {
            table.Ajouter([
                new([.. EcritWord.Lignes(StylesWord.Cellule, rang.Financeur, gras: true), .. EcritWord.Lignes(StylesWord.Cellule, rang.Nature, couleur: TeintesWord.Sourdine)]),
                .. n <= AnneesMax ? rang.Annees.Select(s => Somme(s)) : [], Somme(rang.Total, gras: true),
            ]);
        }

        table.Ajouter([
            CelluleWord.De("Total", gras: true) with { Fond = TeintesWord.Voile },
            .. (n <= AnneesMax ? tableau.ParAnnee : []).Append(tableau.Total).Select(s => Somme(s, gras: true) with { Fond = TeintesWord.Voile }),
        ]);
        return [Legende(f.Budget.Any(l => l.Realise is not null) ? "Financements : prévu, puis réalisé (« réal. »)" : "Financements prévus"), table.Construire(), EcritWord.Respiration()];
    }

    private IEnumerable<OpenXmlElement> Indicateurs()
    {
        if (f.Indicateurs.Count == 0)
        {
            return [];
        }

        var releves = f.Indicateurs.Any(i => i.Releves.Count > 0);
        var table = releves
            ? new TableWord($"Indicateurs, {numero}", [29, 17, 17, 20, 17], couleur).Colonnes("Indicateur", "Valeur initiale", "Cible", "Source", "Relevés")
            : new TableWord($"Indicateurs, {numero}", [37, 19, 19, 25], couleur).Colonnes("Indicateur", "Valeur initiale", "Cible", "Source");
        foreach (var i in f.Indicateurs)
        {
            string? Avec(string? valeur) => string.IsNullOrEmpty(valeur) ? null : i.Unite is null ? valeur : $"{valeur} {i.Unite}";
            table.Ajouter([
                new([.. EcritWord.Lignes(StylesWord.Cellule, i.Libelle, gras: true), .. i.Nature is { } n ? EcritWord.Lignes(StylesWord.Cellule, MotsWord.Majuscule(n), couleur: TeintesWord.Sourdine) : [],
                    .. i.Objectifs.SelectMany(o => marques.Blocs(BlocTexte.DepuisTexte($"Mesure : {o}"), StylesWord.Cellule))]),
                CelluleWord.De(Avec(i.ValeurInitiale)), CelluleWord.De(Avec(i.Cible)), CelluleWord.De(MotsWord.Joindre(i.Source, i.Responsable)),
                .. releves ? [CelluleWord.De(string.Join("\n", i.Releves.Select(r => $"{r.Annee} : {r.Valeur}")))] : (CelluleWord[])[],
            ]);
        }

        return [Legende("Indicateurs"), table.Construire(), EcritWord.Respiration()];
    }

    private IEnumerable<OpenXmlElement> Suivi()
    {
        if (f.Suivi is not { } suivi)
        {
            return [];
        }

        var table = new TableWord($"Suivi, {numero}", [27, 73], couleur).Entete([CelluleWord.De("Suivi", gras: true, couleur: TeintesWord.Lisible(couleur)) with { Colonnes = 2 }]);
        (string, string?)[] lignes =
        [
            ("Avancement", suivi.Avancement), ("Avancement en pour cent", suivi.Pourcentage is { } p ? $"{p} %" : null), ("Priorité", suivi.Priorite), ("Freins", suivi.Freins), ("Leviers", suivi.Leviers),
            ("Décision du comité de pilotage", suivi.DecisionCopil), ("Suite à donner", suivi.SuiteADonner), .. suivi.Notes.Select(n => (Mots.Jour(n.Date), (string?)n.Texte)),
        ];
        foreach (var (etiquette, valeur) in lignes.Where(l => !string.IsNullOrEmpty(l.Item2)))
        {
            table.Ajouter([CelluleWord.De(etiquette, gras: true, couleur: TeintesWord.Lisible(couleur)), new([.. marques.Blocs(BlocTexte.DepuisTexte(valeur), StylesWord.Cellule)])]);
        }

        return [table.Construire(), EcritWord.Respiration()];
    }

    private Paragraph Legende(string texte) => EcritWord.Paragraphe(StylesWord.Legende, EcritWord.Suite(texte, couleur: TeintesWord.Lisible(couleur)));

    private CelluleWord Titre(string titre, JustificationValues? cote = null) => CelluleWord.De(titre, gras: true, couleur: TeintesWord.Lisible(couleur), cote: cote);

    private static CelluleWord Somme(SommeDossier somme, bool gras = false) => new([
        .. EcritWord.Lignes(StylesWord.Cellule, MotsWord.Montant(somme.Prevu), gras, cote: JustificationValues.Right),
        .. somme.Realise is { } realise ? EcritWord.Lignes(StylesWord.Cellule, $"réal. {MotsWord.Montant(realise)}", couleur: TeintesWord.Sourdine, cote: JustificationValues.Right) : [],
    ]);

    private static CelluleWord Montant(decimal? montant) => CelluleWord.De(MotsWord.Montant(montant), cote: JustificationValues.Right);

    private static IReadOnlyList<CelluleWord> Total(int colonnes, IReadOnlyList<decimal> montants) =>
    [
        CelluleWord.De("Total", gras: true) with { Fond = TeintesWord.Voile, Colonnes = colonnes },
        .. montants.Select(m => CelluleWord.De(MotsWord.Montant(m), gras: true, cote: JustificationValues.Right) with { Fond = TeintesWord.Voile }),
    ];
}
