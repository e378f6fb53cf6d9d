using System.Collections.Frozen;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Plans;

/// <summary>The words of a field on pages, documents and exports.</summary>
/// <param name="Aide">One short sentence for whoever fills it in; null when the label says enough.</param>
public sealed record LibelleChamp(string Libelle, string? Aide = null);

/// <summary>The French words of the fields of a fiche, by the codes of <see cref="ChampsFiche"/>: the one place that has them.</summary>
public static class LibellesFiche
{
    private static readonly FrozenDictionary<string, LibelleChamp> Champs = new Dictionary<string, LibelleChamp>
    {
        ["intitule"] = new("Intitulé"),
        ["champs"] = new("Champs d’intervention"),
        ["priorite"] = new("Priorité"),
        ["imposee-par-la-caf"] = new("Imposée par la Caf", "Fiche commune à toutes les conventions du département."),
        ["confidentielle"] = new("Confidentielle", "Visible de la Caf, de la coordination et de son pilote seulement."),
        ["constat"] = new("Constat, contexte", "Ce que le diagnostic et les ateliers ont montré."),
        ["enjeu"] = new("Enjeu", "Ce qu’il y a à gagner, ou à perdre."),
        ["lien-schemas"] = new("Lien avec les schémas et les autres démarches", "Schéma départemental des services aux familles, contrat de ville, contrat local de santé…"),
        ["schemas"] = new("Schémas et contrats liés", "Ceux auxquels l’action prend part."),
        ["objectif-general"] = new("Objectif général"),
        ["objectifs-operationnels"] = new("Objectifs opérationnels", "Un par ligne."),
        ["objectifs-operationnels/texte"] = new("Objectif"),
        ["objectifs-operationnels/indicateur"] = new("Indicateur", "Celui de la fiche qui dira si l’objectif est atteint."),
        ["descriptif"] = new("Description de l’action"),
        ["nature"] = new("Nature de l’action"),
        ["livrables"] = new("Livrables", "Ce que l’action produira : un lieu, un guide, un service."),
        ["publics"] = new("Publics visés"),
        ["nombre-vise"] = new("Nombre de personnes visées"),
        ["secteur"] = new("Secteur géographique"),
        ["communes"] = new("Communes concernées", "Aucune : tout le périmètre de la convention."),
        ["pilote-structure"] = new("Structure pilote"),
        ["pilote-personne"] = new("Personne pilote", "Avec ou sans compte sur le portail."),
        ["copilote-caf"] = new("Copilote à la Caf"),
        ["elu-referent"] = new("Élue ou élu référent"),
        ["service"] = new("Service"),
        ["partenaires"] = new("Partenaires"),
        ["instance"] = new("Instance ou groupe de travail", "Le groupe ou le comité qui suit l’action."),
        ["calendrier"] = new("Calendrier en quelques mots", "En toutes lettres : « dernier trimestre 2026 »."),
        ["debut"] = new("Début"),
        ["fin"] = new("Fin"),
        ["amelioration-continue"] = new("Amélioration continue", "L’action n’a pas de fin."),
        ["moyens-humains"] = new("Moyens humains"),
        ["etp"] = new("Équivalents temps plein", "Équivalents temps plein."),
        ["moyens-techniques"] = new("Moyens techniques et matériels"),
        ["cout-previsionnel"] = new("Coût prévisionnel total"),
        ["financement-a-definir"] = new("Financement à définir"),
        ["resultats-attendus"] = new("Résultats attendus"),
        ["modalites-evaluation"] = new("Modalités d’évaluation"),
        ["participation"] = new("Participation des habitants"),
        ["operations"] = new("Opérations", "Les étapes de l’action, chacune avec son pilote, son public, son échéance et son budget."),
        ["operations/intitule"] = new("Intitulé"),
        ["operations/pilote"] = new("Pilote"),
        ["operations/public"] = new("Public"),
        ["operations/budget"] = new("Budget"),
        ["operations/calendrier"] = new("Calendrier"),
        ["operations/echeance"] = new("Échéance"),
        ["operations/indicateurs"] = new("Indicateurs"),
        ["financements"] = new("Financements", "Une ligne par financeur, par année et par nature."),
        ["financements/prevu"] = new("Montant prévu"),
        ["financements/realise"] = new("Montant réalisé"),
        ["indicateurs"] = new("Indicateurs", "Comment saura-t-on que l’action porte ses fruits ?"),
        ["indicateurs/intitule"] = new("Intitulé"),
        ["indicateurs/type"] = new("Type"),
        ["indicateurs/categorie"] = new("Catégorie"),
        ["indicateurs/unite"] = new("Unité"),
        ["indicateurs/valeur-initiale"] = new("Valeur initiale", "Celle d’avant l’action."),
        ["indicateurs/cible"] = new("Cible"),
        ["indicateurs/situation-initiale"] = new("Situation initiale, en mots", "Pour un indicateur qualitatif."),
        ["indicateurs/situation-visee"] = new("Situation visée, en mots", "Pour un indicateur qualitatif."),
        ["indicateurs/source"] = new("Source"),
        ["indicateurs/responsable"] = new("Responsable"),
    }.ToFrozenDictionary();

    /// <exception cref="KeyNotFoundException">A field that nobody put into words.</exception>
    public static LibelleChamp De(string champ) => Champs[champ];

    /// <summary>A cell of the lines of a field.</summary>
    /// <exception cref="KeyNotFoundException">A cell that nobody put into words.</exception>
    public static LibelleChamp De(string champ, string colonne) => Champs[$"{champ}/{colonne}"];
}
