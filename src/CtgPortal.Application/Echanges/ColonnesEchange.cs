using System.Collections.Frozen;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tableurs;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>
/// The columns of a plan in sheets: those of <see cref="ChampsFiche"/>, with the words of <see cref="LibellesFiche"/>, and what tells
/// the fiches apart and places them. Export, template and import go through it.
/// </summary>
public static class ColonnesEchange
{
    public const string Code = "code";
    public const string Numero = "numero";
    public const string Intitule = "intitule";

    /// <summary>Before the rank of a level, from 1.</summary>
    public const string Niveau = "niveau-";

    /// <summary>« montant/2026/Caf »: a column that gives what a funder plans for a year.</summary>
    public const string Montant = "montant/";

    public const string FeuillePlan = "Plan";
    public const string FeuilleOperations = "Opérations";
    public const string FeuilleFinancements = "Financements";
    public const string FeuilleIndicateurs = "Indicateurs";
    public const string FeuilleNotice = "Notice";

    public const string TitreCode = "Code";
    public const string TitreNumero = "Numéro";
    public const string TitreFiche = "Fiche";

    /// <summary>Beside an indicator, the objectives that it measures, one a line.</summary>
    public const string TitreObjectifsMesures = "Objectifs mesurés";

    /// <summary>The first cell of the line of the notice that counts the fiches.</summary>
    public const string FichesAnnoncees = "Nombre de fiches";

    /// <summary>The fields that have one cell on the line of their fiche.</summary>
    public static IReadOnlyList<ChampFiche> Simples { get; } = [.. ChampsFiche.Tous.Where(c => c.Nature != NatureChamp.Lignes || c == ChampsFiche.Objectifs)];

    private static readonly FrozenDictionary<string, string[]> Synonymes = new Dictionary<string, string[]>
    {
        [Code] = ["référence", "réf", "identifiant", "id", "code fiche", "code action", "code de la fiche"],
        [Numero] = ["n°", "n", "no", "num", "numéro de fiche", "n° de fiche", "n° fiche", "n° action", "fiche n°"],
        [Intitule] =
        [
            "intitulé de l’action", "intitulé de la fiche", "titre", "titre de l’action", "action", "actions", "nom de l’action", "fiche action", "fiche",
            "libellé", "libellé de l’action", "nom",
        ],
        ["champs"] = ["champ", "thématique", "thématiques", "thème", "thèmes", "champ d’intervention", "domaine d’intervention"],
        ["priorite"] = ["niveau de priorité", "degré de priorité", "prioritaire"],
        ["imposee-par-la-caf"] = ["imposée", "fiche caf", "obligatoire"],
        ["constat"] = ["constats", "diagnostic", "éléments de diagnostic", "contexte", "état des lieux", "constat diagnostic"],
        ["enjeu"] = ["enjeux", "besoins", "besoin", "problématique"],
        ["lien-schemas"] = ["schéma", "schémas", "lien avec le sdsf", "lien avec d’autres dispositifs", "articulation"],
        ["objectif-general"] = ["objectif", "objectifs", "finalité", "but", "objectif stratégique"],
        ["objectifs-operationnels"] = ["objectif opérationnel", "objectifs spécifiques", "sous objectifs"],
        ["descriptif"] = ["description", "description de l’action", "descriptif de l’action", "contenu", "contenu de l’action", "modalités", "mise en œuvre", "modalités de mise en œuvre", "détail"],
        ["nature"] = ["nature de l’action", "type d’action", "nouvelle ou existante"],
        ["livrables"] = ["livrable", "production"],
        ["publics"] = ["public", "public cible", "public visé", "publics cibles", "publics visés", "bénéficiaires", "cible"],
        ["nombre-vise"] = ["nombre de bénéficiaires", "effectif visé", "nombre de personnes"],
        ["secteur"] = ["territoire", "lieu", "périmètre", "zone", "secteur géographique"],
        ["communes"] = ["commune", "communes concernées"],
        ["pilote-structure"] = ["pilote", "structure", "porteur", "porteur de l’action", "structure porteuse", "maître d’ouvrage", "pilotage", "structure référente"],
        ["pilote-personne"] = ["référent", "référente", "responsable", "chef de projet", "nom du pilote", "référent de l’action", "personne référente", "contact"],
        ["copilote-caf"] = ["copilote", "référent caf", "conseiller caf", "caf"],
        ["elu-referent"] = ["élu", "élue", "élu responsable", "élus référents"],
        ["service"] = ["direction", "service concerné"],
        ["partenaires"] = ["partenaire", "acteurs", "partenariat", "partenaires associés", "partenaires mobilisés", "acteurs concernés"],
        ["instance"] = ["instance de suivi", "groupe de travail", "comité"],
        ["calendrier"] = ["échéancier", "échéance", "échéances", "période", "planning", "calendrier prévisionnel", "calendrier de réalisation", "date", "délai"],
        ["debut"] = ["date de début", "début de l’action", "démarrage", "date de démarrage"],
        ["fin"] = ["date de fin", "fin de l’action", "date d’échéance"],
        ["amelioration-continue"] = ["en continu", "action continue", "permanent"],
        ["moyens-humains"] = ["ressources humaines", "moyens", "moyens humains mobilisés"],
        ["etp"] = ["nombre d’etp", "temps de travail"],
        ["moyens-techniques"] = ["moyens matériels", "matériel", "moyens techniques et matériels", "locaux"],
        ["cout-previsionnel"] = ["budget", "coût", "coût total", "budget prévisionnel", "budget total", "montant", "coût de l’action"],
        ["financement-a-definir"] = ["financement à préciser"],
        ["resultats-attendus"] = ["résultat attendu", "résultats", "effets attendus", "impact attendu"],
        ["modalites-evaluation"] = ["évaluation", "modalité d’évaluation", "critères d’évaluation", "mode d’évaluation"],
        ["participation"] = ["participation des familles", "participation", "implication des habitants"],
        ["operations"] = ["étapes", "opération", "étapes de l’action", "sous actions"],
        ["indicateurs"] = ["indicateur", "indicateurs d’évaluation", "indicateurs de suivi", "indicateurs de résultat", "critères", "indicateurs de réussite"],
    }.ToFrozenDictionary();

    /// <summary>What one may choose for a column, in the order of the pages of a fiche: code and words.</summary>
    public static IReadOnlyList<(string Code, string Libelle)> Choisissables { get; } =
    [
        .. ChampsFiche.Tous.Where(c => c.Code != Intitule).Select(c => (c.Code, LibellesFiche.De(c.Code).Libelle)),
    ];

    public static IEnumerable<string> AutresNoms(string champ) => Synonymes.GetValueOrDefault(champ) ?? [];

    /// <summary>« Niveau 1 – Axe »: the word of the convention alone may also be the one of a field.</summary>
    public static string TitreNiveau(int rang, string mot) => $"Niveau {rang} – {mot}";

    public static string Titre(ChampFiche champ) => LibellesFiche.De(champ.Code).Libelle;

    internal static ColonneAEcrire Colonne(ChampFiche champ)
    {
        var libelle = LibellesFiche.De(champ.Code);
        return new(libelle.Libelle, champ == ChampsFiche.Objectifs ? NatureColonne.TexteLong : NatureDe(champ.Nature), Largeur(champ), Choix(champ.Nature, champ.Type), champ.Nature == NatureChamp.Liste ? $"{libelle.Aide} Séparez par un point-virgule.".Trim() : libelle.Aide);
    }

    internal static ColonneAEcrire Colonne<T>(string champ, ColonneLigne<T> cellule, Type? choix = null)
    {
        var libelle = LibellesFiche.De(champ, cellule.Code);
        return new(libelle.Libelle, NatureDe(cellule.Nature), cellule.Nature switch { NatureChamp.TexteLong => 45, NatureChamp.TexteCourt => 28, _ => 16 }, choix is null ? null : MotsEchange.Choix(choix), libelle.Aide);
    }

    /// <summary>What may be written in a column, in words, for the notice; null when anything may.</summary>
    internal static string? Possibles(ChampFiche champ) => champ.Nature switch
    {
        NatureChamp.Choix => string.Join(" ; ", MotsEchange.Choix(champ.Type)),
        NatureChamp.OuiNon => "Oui ; Non",
        NatureChamp.Date => "Une date : 12/03/2026",
        NatureChamp.Montant => "Un montant en euros",
        NatureChamp.Nombre => "Un nombre",
        NatureChamp.Liste => "Une liste, séparée par des points-virgules",
        _ => null,
    };

    private static IReadOnlyList<string>? Choix(NatureChamp nature, Type type) => nature switch
    {
        NatureChamp.Choix => MotsEchange.Choix(type),
        NatureChamp.OuiNon => ["Oui", "Non"],
        _ => null,
    };

    private static NatureColonne NatureDe(NatureChamp nature) => nature switch
    {
        NatureChamp.TexteLong => NatureColonne.TexteLong,
        NatureChamp.Nombre => NatureColonne.Nombre,
        NatureChamp.Montant => NatureColonne.Montant,
        NatureChamp.Date => NatureColonne.Date,
        _ => NatureColonne.Texte,
    };

    private static int Largeur(ChampFiche champ) => champ.Code == Intitule ? 48 : champ == ChampsFiche.Objectifs ? 45 : champ.Nature switch
    {
        NatureChamp.TexteLong => 45,
        NatureChamp.TexteCourt or NatureChamp.Liste => 28,
        _ => 15,
    };
}
