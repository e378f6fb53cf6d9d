using System.ComponentModel;
using CtgPortal.Application.Marques;

namespace CtgPortal.Application.Documents;

[Description("Fiche action. Seuls le numéro et le titre sont obligatoires.")]
public sealed record FicheDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("Numéro imprimé, continu (« 7 ») ou hiérarchique (« 2.1.3 »).")]
    public required string Numero { get; init; }

    public required string Titre { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    public string? Version { get; init; }

    public DateOnly? MiseAJourLe { get; init; }

    public string? Auteur { get; init; }

    [Description("Vrai pour une fiche demandée par la caisse dans toutes les conventions du département.")]
    public bool ImposeeParCaf { get; init; }

    [Description("Constat, contexte, éléments de diagnostic.")]
    [Marques]
    public string? Constat { get; init; }

    [Marques]
    public string? Enjeu { get; init; }

    [Description("Lien avec le schéma départemental des services aux familles et les autres schémas.")]
    [Marques]
    public string? LienSchemas { get; init; }

    [Description("Schémas et contrats auxquels l’action prend part.")]
    public IReadOnlyList<string> Schemas { get; init; } = [];

    [Marques]
    public string? ObjectifGeneral { get; init; }

    [Marques(SurUneLigne = true)]
    public IReadOnlyList<string> ObjectifsOperationnels { get; init; } = [];

    [Marques]
    public string? Descriptif { get; init; }

    [Description("Action existante à maintenir, à développer, ou nouvelle.")]
    public string? Nature { get; init; }

    [Marques]
    public string? Livrables { get; init; }

    public IReadOnlyList<OperationDossier> Operations { get; init; } = [];

    [Marques]
    public string? Publics { get; init; }

    public string? NombreVise { get; init; }

    [Description("Secteur géographique, en toutes lettres.")]
    public string? Secteur { get; init; }

    [Description("Communes concernées, quand ce n’est pas tout le périmètre.")]
    public IReadOnlyList<string> Communes { get; init; } = [];

    [Description("Structure pilote.")]
    public string? Pilote { get; init; }

    public string? PilotePersonne { get; init; }

    public string? CopiloteCaf { get; init; }

    [Description("Élue ou élu référent.")]
    public string? EluReferent { get; init; }

    public string? ServicePilote { get; init; }

    [Marques(SurUneLigne = true)]
    public IReadOnlyList<string> Partenaires { get; init; } = [];

    [Marques]
    public string? ActeursMobilises { get; init; }

    [Description("Instance de gouvernance ou groupe de travail.")]
    public string? Instance { get; init; }

    [Description("Calendrier en toutes lettres, par exemple « dernier trimestre 2025 ».")]
    [Marques]
    public string? Calendrier { get; init; }

    public DateOnly? Debut { get; init; }

    public DateOnly? Fin { get; init; }

    [Description("Vrai pour une action sans fin prévue.")]
    public bool AmeliorationContinue { get; init; }

    public IReadOnlyList<EtapeDossier> Etapes { get; init; } = [];

    [Marques]
    public string? MoyensHumains { get; init; }

    [Marques]
    public string? MoyensMateriels { get; init; }

    [Description("Coût prévisionnel, en euros.")]
    public decimal? CoutPrevisionnel { get; init; }

    public IReadOnlyList<LigneBudgetDossier> Budget { get; init; } = [];

    [Description("Les mêmes montants en tableau, avec leurs totaux.")]
    public BudgetDossier Tableau => BudgetDossier.De(Budget);

    [Marques]
    public string? SourcesFinancement { get; init; }

    [Marques]
    public string? ResultatsAttendus { get; init; }

    public IReadOnlyList<IndicateurFicheDossier> Indicateurs { get; init; } = [];

    [Marques]
    public string? ModalitesEvaluation { get; init; }

    [Description("Participation citoyenne : information, consultation, concertation, co-construction.")]
    public string? ParticipationCitoyenne { get; init; }

    [Description("Suivi ; absent d’une convention qui n’est pas encore en cours.")]
    public SuiviFicheDossier? Suivi { get; init; }

    [Description("Numéro et intitulé des fiches liées.")]
    public IReadOnlyList<string> FichesLiees { get; init; } = [];

    [Description("Ce que disent d’elles-mêmes les pièces jointes : leur description, ou le nom du fichier.")]
    public IReadOnlyList<string> PiecesJointes { get; init; } = [];
}

[Description("Opération d’une fiche, avec son propre pilote, son public et son budget.")]
public sealed record OperationDossier
{
    public required string Titre { get; init; }

    [Marques]
    public string? Descriptif { get; init; }

    public string? Pilote { get; init; }

    public string? Publics { get; init; }

    public string? Calendrier { get; init; }

    [Description("Budget, en euros.")]
    public decimal? Budget { get; init; }

    [Marques]
    public string? Indicateurs { get; init; }
}

[Description("Étape du calendrier d’une fiche.")]
public sealed record EtapeDossier
{
    public required string Intitule { get; init; }

    public DateOnly? Echeance { get; init; }
}

[Description("Ligne de financement.")]
public sealed record LigneBudgetDossier
{
    public required string Financeur { get; init; }

    public int? Annee { get; init; }

    [Description("Fonctionnement ou investissement.")]
    public string? Nature { get; init; }

    [Description("Montant prévu, en euros.")]
    public decimal? Prevu { get; init; }

    [Description("Montant réalisé, en euros.")]
    public decimal? Realise { get; init; }
}

[Description("Indicateur d’une fiche.")]
public sealed record IndicateurFicheDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Libelle { get; init; }

    [Description("De réalisation, de résultat ou d’impact.")]
    public string? Nature { get; init; }

    public string? Unite { get; init; }

    public string? ValeurInitiale { get; init; }

    public string? Cible { get; init; }

    public string? Source { get; init; }

    public string? Responsable { get; init; }

    [Description("Objectifs opérationnels de la fiche que l’indicateur mesure.")]
    [Marques(SurUneLigne = true)]
    public IReadOnlyList<string> Objectifs { get; init; } = [];

    [Description("Relevés, dans l’ordre des années.")]
    public IReadOnlyList<ReleveDossier> Releves { get; init; } = [];
}

[Description("Valeur relevée d’un indicateur.")]
public sealed record ReleveDossier
{
    public required int Annee { get; init; }

    public required string Valeur { get; init; }
}

[Description("Suivi d’une fiche.")]
public sealed record SuiviFicheDossier
{
    [Description("État d’avancement, en toutes lettres.")]
    public string? Avancement { get; init; }

    [Description("Avancement en pour cent.")]
    public int? Pourcentage { get; init; }

    public string? Priorite { get; init; }

    public string? Freins { get; init; }

    public string? Leviers { get; init; }

    public string? DecisionCopil { get; init; }

    [Description("Suite à donner : poursuivre, adapter, arrêter.")]
    public string? SuiteADonner { get; init; }

    public IReadOnlyList<NoteDossier> Notes { get; init; } = [];
}

[Description("Note de suivi datée.")]
public sealed record NoteDossier
{
    public required DateOnly Date { get; init; }

    public required string Texte { get; init; }
}
