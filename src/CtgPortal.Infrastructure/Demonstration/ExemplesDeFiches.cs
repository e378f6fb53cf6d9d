using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Invented content on a few fiches of Trois-Rivières, to show what a fiche and its follow-up hold. Every text begins with
/// « Exemple »; see also <see cref="ExemplesDePlan"/>, <see cref="ExemplesDeContenu"/> and <see cref="ExemplesDeBudget"/>.
/// </summary>
internal static class ExemplesDeFiches
{
    /// <summary>By printed number.</summary>
    private static readonly Exemple[] Exemples =
    [
        new(
            1, "Exemple : réunir l’information utile aux familles en un seul endroit.", "Exemple : communauté de communes, service communication",
            new("Exemple : visites de la plateforme", TypeIndicateur.Quantitatif, CategorieIndicateur.Realisation, "visites par mois", 0, 500, "Exemple : statistiques du site", null),
            [(new(2022, 12, 31), 180), (new(2023, 12, 31), 420)]),
        new(
            4, "Exemple : offrir aux associations un lieu et des outils communs.", "Exemple : association partenaire",
            new("Exemple : associations accueillies", TypeIndicateur.Quantitatif, CategorieIndicateur.Realisation, "associations", 5, 30, "Exemple : registre du lieu", null),
            [(new(2022, 12, 31), 12), (new(2023, 12, 31), 31)]),
        new(
            7, "Exemple : repérer les logements indécents et accompagner les locataires.", "Exemple : communauté de communes, service logement",
            new("Exemple : logements visités", TypeIndicateur.Quantitatif, CategorieIndicateur.Resultat, "logements", 0, 40, "Exemple : tableau de suivi", null),
            [(new(2022, 12, 31), 9)]),
        new(
            10, "Exemple : aller vers les jeunes dans leurs communes.", "Exemple : communauté de communes, service jeunesse",
            new("Exemple : appréciation des jeunes", TypeIndicateur.Qualitatif, CategorieIndicateur.Impact, null, null, null, "Exemple : entretiens", null),
            []),
    ];

    /// <summary>Progress by printed number, in order of time; the others stay to come.</summary>
    private static readonly (int Numero, DateOnly Le, Avancement Avancement, string? Motif)[] Avancements =
    [
        (1, new(2022, 2, 1), Avancement.EnCours, null),
        (2, new(2022, 3, 1), Avancement.EnCours, null),
        (3, new(2022, 3, 15), Avancement.EnCours, null),
        (4, new(2022, 4, 1), Avancement.EnCours, null),
        (8, new(2022, 5, 2), Avancement.EnContinu, null),
        (6, new(2022, 9, 1), Avancement.EnCours, null),
        (10, new(2022, 10, 3), Avancement.EnPause, "Exemple : poste d’animation vacant."),
        (5, new(2023, 3, 1), Avancement.EnContinu, null),
        (7, new(2023, 4, 3), Avancement.Bloquee, "Exemple : convention de repérage en attente."),
        (9, new(2023, 5, 2), Avancement.EnCours, null),
        (1, new(2023, 6, 1), Avancement.Realisee, null),
        (13, new(2023, 9, 1), Avancement.Abandonnee, "Exemple : action reprise dans la fiche 14."),
        (4, new(2023, 12, 1), Avancement.Realisee, null),
        (12, new(2024, 1, 8), Avancement.EnCours, null),
    ];

    private static readonly (int Numero, DateOnly Le, TypeNote Type, string Texte)[] Notes =
    [
        (1, new(2022, 6, 15), TypeNote.Note, "Exemple : le cahier des charges est validé en comité technique."),
        (10, new(2022, 10, 3), TypeNote.Frein, "Exemple : le recrutement est reporté."),
        (4, new(2023, 1, 20), TypeNote.Levier, "Exemple : un local communal est mis à disposition."),
        (7, new(2023, 4, 3), TypeNote.Frein, "Exemple : les partenaires attendent la convention de repérage."),
        (1, new(2023, 6, 1), TypeNote.Reussite, "Exemple : la plateforme est ouverte au public."),
        (4, new(2023, 12, 1), TypeNote.SuiteADonner, "Exemple : prévoir la suite dans la prochaine convention."),
    ];

    private static readonly DateOnly BilanFinancier = new(2024, 2, 1);

    /// <summary>Before the signature: what the people sign.</summary>
    public static void Rediger(DossierDemo dossier, UtilisateurId partenaire)
    {
        var etape = dossier.Convention.Statut;
        foreach (var exemple in Exemples)
        {
            var fiche = dossier.Fiches[exemple.Numero - 1].Fiche;
            fiche.Rediger(
                new(
                    Quoi: QuoiFiche.Vide with { ObjectifGeneral = exemple.Objectif },
                    Qui: QuiFiche.Vide with { PiloteStructure = exemple.Pilote },
                    Quand: QuandFiche.Vide with { Calendrier = "Exemple : 2022-2024" }),
                etape, dossier.Maintenant);
            fiche.DefinirIndicateurs([(null, exemple.Indicateur)], etape, dossier.Maintenant);
        }

        ExemplesDePlan.Rediger(dossier);
        ExemplesDeContenu.Rediger(dossier);
        ExemplesDeBudget.Prevoir(dossier);

        // « Espace des associations » and « Forum des associations »
        foreach (var numero in new[] { 4, 5 })
        {
            dossier.Fiches[numero - 1].Fiche.ConfierA(partenaire, etape, dossier.Maintenant);
        }
    }

    /// <summary>After the signature: what became of the actions.</summary>
    public static void Suivre(DossierDemo dossier)
    {
        var etape = dossier.Convention.Statut;
        var releves = Exemples.SelectMany(e => e.Releves.Select(r => (e.Numero, r.Le, r.Valeur)));
        (DateOnly Le, Action<DateTimeOffset> Dire)[] actes =
        [
            .. Avancements.Select(a => (a.Le, new Action<DateTimeOffset>(now => Suivi(a.Numero).NoterAvancement(a.Avancement, a.Motif, etape, now)))),
            .. Notes.Select(n => (n.Le, new Action<DateTimeOffset>(now => Suivi(n.Numero).AjouterNote(n.Type, n.Le, n.Texte, JeuDeDemonstration.Auteur, etape, now)))),
            .. releves.Select(r => (r.Le, new Action<DateTimeOffset>(now => Relever(r.Numero, r.Le, r.Valeur, now)))),
            .. ExemplesDeBudget.Fiches.Select(numero => (BilanFinancier, new Action<DateTimeOffset>(_ => ExemplesDeBudget.Constater(dossier, numero)))),
        ];
        foreach (var (le, dire) in actes.OrderBy(a => a.Le))
        {
            dossier.Heure.Aller(le);
            dire(dossier.Maintenant);
        }

        SuiviFiche Suivi(int numero) => dossier.Fiches[numero - 1].Suivi;

        void Relever(int numero, DateOnly le, decimal valeur, DateTimeOffset now)
        {
            var (fiche, suivi) = dossier.Fiches[numero - 1];
            suivi.Relever(fiche, fiche.Indicateurs[0].Id, le, valeur, null, "Exemple", etape, now);
        }
    }

    private sealed record Exemple(
        int Numero,
        string Objectif,
        string Pilote,
        DescriptionIndicateur Indicateur,
        IReadOnlyList<(DateOnly Le, decimal Valeur)> Releves);
}
