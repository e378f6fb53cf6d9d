using System.Collections.Frozen;
using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Web.Common;

/// <summary>French words for the fields of the journal and for their values; a test asks for every field that the domain notes.</summary>
public static class ChampsJournal
{
    private static readonly FrozenDictionary<string, string> Libelles = new Dictionary<string, string>
    {
        // convention
        ["intitule"] = "Intitulé",
        ["periode"] = "Période",
        ["generation"] = "Génération",
        ["champs"] = "Champs d’intervention",
        ["preambule"] = "Préambule",
        ["gouvernance"] = "Gouvernance",
        ["evaluation"] = "Évaluation",
        ["remplace"] = "Prend la suite de",
        ["perimetre"] = "Communes du périmètre",
        ["partie-type"] = "Type de partie",
        ["partie-nom"] = "Nom de la partie",
        ["partie-nom-court"] = "Nom court",
        ["deliberation"] = "Délibération",
        ["acte-numero"] = "Numéro de l’acte",
        ["acte-date"] = "Date de l’acte",
        ["acte-organe"] = "Assemblée",
        ["acte-objet"] = "Objet",
        ["acte-vote"] = "Vote",
        ["acte-transmis-le"] = "Transmis le",
        ["acte-recu-le"] = "Reçu le",
        ["acte-publie-le"] = "Publié le",
        ["acte-identifiant"] = "Identifiant @CTES",

        ["parties"] = "Parties",
        ["signataires"] = "Signataires",
        ["signee-le"] = "Date de la dernière signature",
        ["original-fichier"] = "Document signé",
        ["original-signataires"] = "Signataires",
        ["original-avenants"] = "Anciens avenants",

        // avenants
        ["avenant-natures"] = "Ce que l’avenant change",
        ["avenant-objet"] = "Objet",
        ["avenant-motifs"] = "Motifs",
        ["avenant-fin"] = "Nouvelle fin",
        ["avenant-communes"] = "Communes ajoutées",
        ["avenant-parties"] = "Parties qui entrent",
        ["avenant-articles"] = "Articles",

        // diagnostic
        ["demarche"] = "Démarche",
        ["sources"] = "Sources",
        ["valeur"] = "Valeur",
        ["valeurs"] = "Valeurs",
        ["licence"] = "Licence",
        ["arrondi"] = "Arrondi",
        ["champ"] = "Champ d’intervention",
        ["nature"] = "Nature",
        ["texte"] = "Texte",
        ["appuis"] = "S’appuie sur",
        ["unite"] = "Unité",
        ["source"] = "Source",
        ["public-vise"] = "Public visé",
        ["mode"] = "Mode",
        ["envoyes"] = "Questionnaires envoyés",
        ["reponses"] = "Réponses reçues",
        ["methode"] = "Méthode et limites",
        ["seuil"] = "Seuil d’affichage",
        ["questions"] = "Nombre de questions",
        ["repondants"] = "Personnes qui ont répondu",
        ["resultats"] = "Résultats",
        ["fonction"] = "Fonction",
        ["organisation"] = "Organisation",
        ["synthese"] = "Synthèse",
        ["fichier"] = "Fichier",
        ["pieces-jointes"] = "Pièces jointes",
        ["description-piece"] = "Description",
        ["empreinte"] = "Empreinte du fichier",
        ["auteur"] = "Auteur",
        ["annee"] = "Année",
        ["lien"] = "Lien",
        ["propos"] = "Ce qu’il dit",

        // ateliers
        ["serie"] = "Série",
        ["themes"] = "Thèmes",
        ["date"] = "Date",
        ["quand"] = "Quand",
        ["heure"] = "Heure de début",
        ["heure-fin"] = "Heure de fin",
        ["lieu"] = "Lieu",
        ["agenda"] = "Ordre du jour",
        ["conservation"] = "Mois de conservation des noms",
        ["animateur"] = "Animation",
        ["but"] = "But",
        ["participants"] = "Participants",
        ["presence"] = "Présence",
        ["compte-rendu"] = "Compte rendu",

        // plan
        ["niveaux"] = "Niveaux du plan",
        ["numerotation"] = "Numérotation",
        ["numero"] = "Numéro",
        ["couleur"] = "Couleur",
        ["icone"] = "Icône",

        // the other fields of a fiche are in LibellesFiche
        ["pilote-compte"] = "Compte du pilote",

        // texte
        ["passage-titre"] = "Titre de l’article",
        ["passage-corps"] = "Texte",
        ["passage-contractuel"] = "Engage les parties",
        ["annexes"] = "Intitulés des annexes",
        ["graphie"] = "Écriture des sigles",
        ["avis-sens"] = "Avis",
        ["avis-texte"] = "Remarques",

        // équipements
        ["anciens-cej"] = "Anciens CEJ",
        ["type-equipement"] = "Type",
        ["type-precise"] = "Type précisé",
        ["nom"] = "Nom",
        ["gestionnaire"] = "Gestionnaire",
        ["commune"] = "Commune",
        ["soutiens"] = "Soutenu par",
        ["capacite"] = "Capacité",
        ["modes-soutien"] = "Mode de soutien",
        ["bonus-territoire"] = "Bonus territoire",
        ["montants"] = "Montants",
        ["projet"] = "En projet",
        ["annee-ouverture"] = "Année d’ouverture",
        ["remarque"] = "Remarque",

        // suivi
        ["avancement"] = "Avancement",
        ["motif"] = "Motif",
        ["releve"] = "Relevé",
    }.ToFrozenDictionary();

    private static readonly Type[] Codes =
    [
        typeof(TypePartie), typeof(NatureConstat), typeof(NatureAction), typeof(Numerotation), typeof(CouleurAxe), typeof(PrioriteFiche),
        typeof(ParticipationHabitants), typeof(Avancement), typeof(PrioriteConstat), typeof(ModeEnquete),
        typeof(TypeIndicateur), typeof(CategorieIndicateur),
        typeof(GraphieSigles), typeof(SensAvis),
        typeof(TypeEquipement), typeof(ModeSoutien), typeof(UniteCapacite),
    ];

    private static readonly FrozenDictionary<string, Type[]> CodesParChamp = new Dictionary<string, Type[]>
    {
        ["partie-type"] = [typeof(TypePartie)],
        ["nature"] = [typeof(NatureConstat), typeof(NatureAction)],
        ["numerotation"] = [typeof(Numerotation)],
        ["couleur"] = [typeof(CouleurAxe)],
        ["priorite"] = [typeof(PrioriteFiche), typeof(PrioriteConstat)],
        ["mode"] = [typeof(ModeEnquete)],
        ["graphie"] = [typeof(GraphieSigles)],
        ["avis-sens"] = [typeof(SensAvis)],
        ["participation"] = [typeof(ParticipationHabitants)],
        ["type-equipement"] = [typeof(TypeEquipement)],
        ["avancement"] = [typeof(Avancement)],
        ["type"] = [typeof(TypeIndicateur)],
        ["categorie"] = [typeof(CategorieIndicateur)],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Nombres = new[] { "valeur", "envoyes", "reponses", "repondants" }.ToFrozenSet();

    /// <summary>The enums whose codes the journal holds.</summary>
    public static IReadOnlyList<Type> Listes => Codes;

    /// <exception cref="KeyNotFoundException">A field that nobody put into words.</exception>
    public static string Libelle(string champ) => Libelles.TryGetValue(champ, out var libelle) ? libelle : LibellesFiche.De(champ).Libelle;

    /// <summary>A value of the journal as people read it; null where there was nothing.</summary>
    /// <param name="comptes">Names of accounts by id.</param>
    public static string? Valeur(string champ, string? brut, IReadOnlyDictionary<string, string>? comptes = null)
    {
        if (brut is null)
        {
            return null;
        }

        if (champ == "pilote-compte")
        {
            return comptes?.GetValueOrDefault(brut) ?? "Un compte du portail";
        }

        if (CodesParChamp.TryGetValue(champ, out var listes))
        {
            return listes.Select(t => Enum.TryParse(t, brut, out var code) ? Common.Libelles.DeValeur(code) : null).FirstOrDefault(m => m is not null) ?? brut;
        }

        return brut switch
        {
            _ when champ == "avenant-natures" => string.Join(", ", brut.Split(" ; ").Select(n => Enum.TryParse<NatureAvenant>(n, out var nature) ? Common.Libelles.De(nature) : n)),
            _ when champ == "modes-soutien" => string.Join(", ", brut.Split(" ; ").Select(m => Enum.TryParse<ModeSoutien>(m, out var mode) ? Common.Libelles.De(mode) : m)),
            _ when champ == "capacite" && brut.Split(' ') is [var quantite, var unite] && Enum.TryParse<UniteCapacite>(unite, out var mesure)
                && decimal.TryParse(quantite, NumberStyles.Number, CultureInfo.InvariantCulture, out var places) => Application.Equipements.MotsEquipement.De(new Capacite(places, mesure)),
            "True" => "Oui",
            "False" => "Non",
            _ when champ.StartsWith("heure", StringComparison.Ordinal) && TimeOnly.TryParse(brut, CultureInfo.InvariantCulture, out var heure) => Format.Heure(heure),
            _ when DateOnly.TryParseExact(brut, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) => Format.Date(jour),
            _ when champ == "periode" && brut.Split('/') is [var debut, var fin] =>
                Format.Periode(DateOnly.Parse(debut, CultureInfo.InvariantCulture), DateOnly.Parse(fin, CultureInfo.InvariantCulture)),
            _ when Nombres.Contains(champ) && decimal.TryParse(brut, NumberStyles.Number, CultureInfo.InvariantCulture, out var nombre) => Format.Nombre(nombre),
            _ => brut,
        };
    }
}
