using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Tableurs;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Equipements;

/// <summary>The one declaration of the columns of annexe 2 in sheets: the template, the export and the import go through it.</summary>
public static partial class ColonnesEquipement
{
    public const string Code = "code";
    public const string Type = "type";
    public const string Nom = "nom";
    public const string Gestionnaire = "gestionnaire";
    public const string Commune = "commune";
    public const string Soutiens = "soutiens";
    public const string Capacite = "capacite";
    public const string Unite = "unite";
    public const string Modes = "modes-soutien";
    public const string Bonus = "bonus-territoire";
    public const string Projet = "projet";
    public const string Annee = "annee-ouverture";
    public const string Remarque = "remarque";

    /// <summary>Before the year.</summary>
    public const string Montant = "montant-";

    public const string Ouvert = "Ouvert";
    public const string EnProjet = "En projet";

    private const int LignesDuModele = 300;

    public static readonly IReadOnlyList<ColonneAttendue> Attendues =
    [
        new(Code, "Code", "référence", "identifiant", "id", "n°", "numéro"),
        new(Type, "Type", "type d’équipement", "type de structure", "type de service", "catégorie", "nature", "type d’équipement ou de service"),
        new(Nom, "Nom de l’équipement ou du service", "équipement", "équipements", "structure", "dénomination", "intitulé", "nom de la structure",
            "nom de l’équipement", "équipement ou service", "équipements et services", "service", "libellé", "nom du service"),
        new(Gestionnaire, "Gestionnaire", "porteur", "organisme gestionnaire", "gestion", "association gestionnaire", "nom du gestionnaire"),
        new(Commune, "Commune", "ville", "lieu", "commune d’implantation", "localisation", "commune du siège"),
        new(Soutiens, "Soutenu par", "collectivité", "collectivités", "collectivité soutien", "collectivités qui soutiennent", "financeur", "financeurs",
            "collectivité financeur", "collectivité compétente", "soutien"),
        new(Capacite, "Capacité", "places", "nombre de places", "nb places", "nb de places", "agrément", "capacité d’accueil", "quantité"),
        new(Unite, "Unité", "unité de capacité"),
        new(Modes, "Mode de soutien", "modes de soutien", "mode de gestion", "forme du soutien", "modalité de soutien", "type de soutien"),
        new(Bonus, "Bonus territoire", "bonus", "bonus territoire ctg", "bonus ctg", "éligible bonus territoire", "bt"),
        new(Projet, "Ouvert ou en projet", "état", "statut", "situation", "projet"),
        new(Annee, "Année d’ouverture", "ouverture", "date d’ouverture", "année de création", "ouvert en", "création"),
        new(Remarque, "Remarque", "remarques", "observation", "observations", "commentaire", "commentaires", "précisions"),
    ];

    /// <summary>« Montant 2026 », « Subvention 2026 », « 2026 »: the field of a year.</summary>
    public static string? Autre(string entete) => AvecAnnee().Match(entete) is { Success: true } m ? Montant + m.Groups["annee"].Value : null;

    public static string Titre(string champ) =>
        Attendues.FirstOrDefault(c => c.Champ == champ)?.Titre ?? $"Montant {champ[Montant.Length..]}";

    /// <param name="annees">With an amount, or of the period.</param>
    public static FeuilleAEcrire Feuille(IReadOnlyList<ListerEquipements.Ligne> lignes, IReadOnlyList<int> annees, bool modele = false) => new(
        "Équipements",
        [
            new("Code", Largeur: 10, Aide: "Donné par le portail. Laissez la case vide pour un nouvel équipement."),
            new(Titre(Type), Largeur: 34, Choix: [.. Enum.GetValues<TypeEquipement>().Select(MotsEquipement.De)]),
            new(Titre(Nom), Largeur: 40, Aide: "Obligatoire."),
            new(Titre(Gestionnaire), Largeur: 30),
            new(Titre(Commune), Largeur: 22, Aide: "Une commune du périmètre, par son nom ou son code Insee."),
            new(Titre(Soutiens), Largeur: 32, Aide: "Les collectivités, séparées par un point-virgule."),
            new(Titre(Capacite), NatureColonne.Nombre, 11),
            new(Titre(Unite), Largeur: 24, Choix: [.. Enum.GetValues<UniteCapacite>().Select(MotsEquipement.De)]),
            new(Titre(Modes), Largeur: 30, Choix: [.. Enum.GetValues<ModeSoutien>().Select(MotsEquipement.De)], Aide: "Plusieurs modes se séparent par un point-virgule."),
            new(Titre(Bonus), Largeur: 12, Choix: ["Oui", "Non"], Aide: "Le bonus territoire s’applique-t-il ? Laissez vide si ce n’est pas connu."),
            new(Titre(Projet), Largeur: 13, Choix: [Ouvert, EnProjet]),
            new(Titre(Annee), NatureColonne.Nombre, 12, Aide: "D’un projet : l’année prévue."),
            .. annees.Select(a => new ColonneAEcrire($"Montant {a}", NatureColonne.Montant, 15, Aide: "Facultatif : ce que donnent les collectivités cette année-là. N’est pas imprimé.")),
            new(Titre(Remarque), NatureColonne.TexteLong, 40),
        ],
        [.. lignes.Select(l => Ligne(l, annees))], modele ? LignesDuModele : 0);

    private static IReadOnlyList<object?> Ligne(ListerEquipements.Ligne ligne, IReadOnlyList<int> annees)
    {
        var d = ligne.Description;
        return
        [
            ligne.Code, MotsEquipement.Type(d), d.Nom, d.Gestionnaire, d.Commune, Soutenu(d.Soutiens), d.Capacite?.Quantite,
            d.Capacite is null ? null : MotsEquipement.De(d.Capacite.Unite), string.Join(" ; ", d.Modes.Select(MotsEquipement.De)), d.BonusTerritoire,
            d.EstProjet ? EnProjet : Ouvert, d.AnneeOuverture, .. annees.Select(a => (object?)d.Montants.FirstOrDefault(m => m.Annee == a)?.Montant), d.Remarque,
        ];
    }

    // a lone name that holds a comma stays one name when it is read again
    private static string Soutenu(IReadOnlyList<string> soutiens) =>
        soutiens is [var seul] && seul.AsSpan().ContainsAny(",/+") ? $"{seul} ;" : string.Join(" ; ", soutiens);

    public static bool EstUnMontant(string champ) =>
        champ.StartsWith(Montant, StringComparison.Ordinal) && int.TryParse(champ.AsSpan(Montant.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var annee)
        && annee is >= DescriptionEquipement.AnneeMontantMin and <= DescriptionEquipement.AnneeMax;

    public static int AnneeDe(string champ) => int.Parse(champ.AsSpan(Montant.Length), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*((montant|subvention|aide|soutien|participation|financement|budget)s?\D{0,20})?(?<annee>20[0-6]\d)\s*(\(?€\)?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AvecAnnee();
}
