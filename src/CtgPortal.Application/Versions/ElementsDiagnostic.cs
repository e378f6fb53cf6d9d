using System.Globalization;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Versions;

/// <summary>The things of a diagnostic, the workshops, and the thread that links them to the plan. Pictures are drawn from the figures: they are not compared. None of it binds anybody.</summary>
internal static class ElementsDiagnostic
{
    public static IEnumerable<ElementDossier> De(DossierConvention d) => Tous(d).Select(e => e with { Vivant = true });

    private static IEnumerable<ElementDossier> Tous(DossierConvention d) =>
    [
        .. Diagnostic(d.Diagnostic ?? new()),
        .. d.Ateliers.SelectMany(Atelier),
        .. d.Fil.Select(l => new ElementDossier(
            PartieComparee.Fil, "lien", l.Id, l.Intitule, l.Numero, $"{l.Numero} – {l.Intitule}",
            [Champ.Liste("origines", "Répond à", [.. l.Origines.Select(o => $"{o.Nature} : {o.Texte}{(o.Contexte is { } x ? $" ({x})" : "")}{string.Concat(o.DitEnAtelier.Select(dit => $" – « {dit} »"))}")])])),
    ];

    private static IEnumerable<ElementDossier> Diagnostic(DiagnosticDossier d) =>
    [
        new(PartieComparee.Diagnostic, "demarche", "demarche", "demarche", null, "La démarche du diagnostic",
        [
            Champ.Jour("valide-le", "Validé le", d.ValideLe), Champ.Long("methode", "Méthode", d.Methode), Champ.Liste("sources", "Sources", d.Sources),
            Champ.Liste("documents", "Documents consultés", d.Documents),
        ]),
        .. d.Themes.SelectMany(Theme),
        .. d.Enquetes.Select(e => new ElementDossier(
            PartieComparee.Diagnostic, "enquete", e.Id, e.Intitule, null, $"Enquête « {e.Intitule} »",
            [
                Champ.Long("intitule", "Intitulé", e.Intitule), Champ.Long("faits", "Public et réponses", e.Faits), Champ.Long("methode", "Méthode", e.Methode),
                .. e.Questions.Select((q, rang) => Champ.Long($"question:{rang}", $"Question « {q.Intitule} »", string.Join('\n', new[] { q.Intitule, q.Texte, q.Graphique?.Alt }.OfType<string>()))),
            ])),
        .. d.Entretiens.Select(e => new ElementDossier(
            PartieComparee.Diagnostic, "entretien", e.Id, e.Intitule, null, $"Entretien « {e.Intitule} »",
            [
                Champ.Long("intitule", "Intitulé", e.Intitule), Champ.Long("faits", "Jour et communes", e.Faits), Champ.Long("synthese", "Synthèse", e.Synthese),
                Champ.Liste("pieces-jointes", "Pièces jointes", e.PiecesJointes),
            ])),
    ];

    private static IEnumerable<ElementDossier> Theme(ThemeDossier theme)
    {
        var contexte = Mots.Majuscule(theme.Titre);
        return
        [
            new(PartieComparee.Diagnostic, "theme", theme.Titre.ToLowerInvariant(), theme.Titre, null, $"Thème « {contexte} »",
                [Champ.Court("titre", "Thème", theme.Titre), Champ.Long("synthese", "Synthèse", theme.Synthese)]),
            .. theme.Indicateurs.Select(i =>
            {
                var cle = string.Join('|', theme.Titre, i.Code ?? i.Libelle, i.Geographie, i.Annee?.ToString(CultureInfo.InvariantCulture));
                var precision = string.Join(", ", new[] { i.Geographie, i.Annee?.ToString(CultureInfo.InvariantCulture) }.OfType<string>());
                return new ElementDossier(
                    PartieComparee.Diagnostic, "chiffre", cle, cle, null, precision.Length == 0 ? i.Libelle : $"{i.Libelle} ({precision})",
                    [
                        Champ.Court("libelle", "Indicateur", i.Libelle), Champ.Chiffre("valeur", "Valeur", i.Valeur, i.Unite), Champ.Court("etat", "État", i.Etat), Champ.Court("source", "Source", i.Source),
                        Champ.Court("licence", "Licence", i.Licence), Champ.Chiffre("arrondi", "Arrondi", i.Arrondi),
                    ],
                    contexte);
            }),
            .. theme.Constats.Select(x => new ElementDossier(
                PartieComparee.Diagnostic, "constat", x.Id, x.Texte, null, $"Constat : {Extrait(x.Texte)}",
                [Champ.Court("nature", "Nature", x.Nature.ToString()), Champ.Long("texte", "Texte", x.Texte), Champ.Court("theme", "Thème", contexte)], contexte)),
        ];
    }

    private static IEnumerable<ElementDossier> Atelier(AtelierDossier a) =>
    [
        new(PartieComparee.Ateliers, "atelier", a.Id, a.Titre, null, $"Atelier « {a.Titre} »",
        [
            Champ.Long("titre", "Titre", a.Titre), Champ.Court("serie", "Série", a.Serie), Champ.Long("but", "But", a.But), Champ.Liste("themes", "Thèmes", a.Themes), Champ.Jour("date", "Date", a.Date),
            Champ.Court("quand", "Quand", a.DateTexte), Champ.Court("lieu", "Lieu", a.Lieu), Champ.Court("animateur", "Animation", a.Animateur), Champ.Lu("participants", "Participants", a.Participants, null),
            Champ.Liste("organisations", "Organisations", a.Organisations),
        ]),
        .. a.Contributions.Select(x => new ElementDossier(
            PartieComparee.Ateliers, "contribution", x.Id, x.Texte, null, $"Contribution : {Extrait(x.Texte)}",
            [Champ.Court("nature", "Nature", x.Nature), Champ.Long("texte", "Texte", x.Texte), Champ.Chiffre("points", "Points", x.Points)], a.Titre)),
    ];

    private static string Extrait(string texte) => texte.Length <= 90 ? $"« {texte} »" : $"« {texte[..90].TrimEnd()}… »";
}
