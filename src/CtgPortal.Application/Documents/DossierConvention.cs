using System.ComponentModel;
using System.Text.Json.Serialization;
using CtgPortal.Application.Marques;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Documents;

/// <summary>
/// Everything the document prints and the JSON export publishes, and nothing else: the two cannot tell different stories.
/// What real life may leave empty is nullable or an empty list. The descriptions become those of the published JSON Schema.
/// </summary>
[Description("Une convention territoriale globale, telle qu’elle est imprimée et publiée. Ses longs textes portent des marques : un paragraphe par ligne, listes « - » et « 1. », **gras**, *italique*, [lien](https://…).")]
public sealed record DossierConvention
{
    [Description("Version du schéma de ce document.")]
    public string VersionSchema { get; init; } = "1.0";

    [Description("Référence de la convention dans le portail.")]
    public required string Reference { get; init; }

    [Description("Intitulé complet de la convention.")]
    public required string Intitule { get; init; }

    [Description("Nom court du territoire, tel qu’il figure en couverture.")]
    public required string Territoire { get; init; }

    [Description("« projet » tant que le texte peut changer, « figee » pour une version soumise à la signature ou signée, « reprise » pour une convention signée hors du portail, dont l’original signé fait foi.")]
    public required EtatDocument Etat { get; init; }

    [Description("Numéro de la version figée.")]
    public int? VersionNumero { get; init; }

    [Description("Date à laquelle la version a été figée.")]
    public DateOnly? VersionDate { get; init; }

    [Description("Date de production du document ; c’est aussi la date inscrite dans le fichier PDF.")]
    public required DateOnly DateProduction { get; init; }

    [Description("Nom de la caisse, par exemple « Caf de l’Aisne ».")]
    public required string CafNom { get; init; }

    [Description("Écriture des sigles : « Ctg/Caf » (usage de la Cnaf) ou « CTG/CAF » (usage des collectivités).")]
    public GraphieSigles Graphie { get; init; } = GraphieSigles.Bas;

    [Description("Collectivités qui portent la convention.")]
    public IReadOnlyList<TitulaireDossier> Titulaires { get; init; } = [];

    [Description("Parties à la convention, la caisse comprise, dans l’ordre d’impression.")]
    public IReadOnlyList<PartieDossier> Parties { get; init; } = [];

    [Description("Communes du périmètre.")]
    public IReadOnlyList<CommuneDossier> Perimetre { get; init; } = [];

    [Description("Premier jour de la période conventionnelle.")]
    public DateOnly? Debut { get; init; }

    [Description("Dernier jour de la période conventionnelle.")]
    public DateOnly? Fin { get; init; }

    [Description("Date de signature ; elle peut suivre le début de la période.")]
    public DateOnly? DateSignature { get; init; }

    [Description("Lieu de signature.")]
    public string? LieuSignature { get; init; }

    [Description("Nombre d’exemplaires originaux.")]
    public int? NombreExemplaires { get; init; }

    [Description("Rang de la convention sur ce territoire : 1 pour la première.")]
    public int? Generation { get; init; }

    [Description("Champs d’intervention retenus.")]
    public IReadOnlyList<string> Champs { get; init; } = [];

    [Description("Préambule.")]
    public IReadOnlyList<BlocTexte> Preambule { get; init; } = [];

    [Description("Vrai tant que le préambule est mot pour mot celui du modèle.")]
    public bool PreambuleEstModele { get; init; }

    [Description("Visas, sans le mot « Vu » répété devant : chacun est imprimé tel quel.")]
    public IReadOnlyList<string> Visas { get; init; } = [];

    [Description("Vrai tant que les visas sont mot pour mot ceux du modèle.")]
    public bool VisasEstModele { get; init; }

    [Description("Articles de la convention.")]
    public IReadOnlyList<ArticleDossier> Articles { get; init; } = [];

    [Description("Noms donnés par le territoire aux niveaux de son plan, du plus haut au plus bas (de 2 à 4) ; le dernier nomme les fiches.")]
    public IReadOnlyList<string> Niveaux { get; init; } = ["Axe", "Fiche action"];

    [Description("Axes du plan d’actions.")]
    public IReadOnlyList<AxeDossier> Axes { get; init; } = [];

    [Description("Somme des financements du plan.")]
    public SommeDossier Montants => BudgetDossier.Sommer(Axes.SelectMany(a => a.Toutes));

    [Description("Diagnostic partagé (annexe 1) ; absent s’il n’a pas commencé.")]
    public DiagnosticDossier? Diagnostic { get; init; }

    [Description("Ateliers de concertation.")]
    public IReadOnlyList<AtelierDossier> Ateliers { get; init; } = [];

    [Description("Le fil du constat à l’action : à quoi répond chaque partie du plan.")]
    public IReadOnlyList<LienFilDossier> Fil { get; init; } = [];

    [Description("Contrats enfance jeunesse (CEJ) dont la convention prend la suite.")]
    public IReadOnlyList<AncienCejDossier> AnciensCej { get; init; } = [];

    [Description("Équipements et services soutenus (annexe 2).")]
    public IReadOnlyList<EquipementDossier> Equipements { get; init; } = [];

    [Description("Pilotage et gouvernance (annexe 4).")]
    public IReadOnlyList<BlocTexte> Gouvernance { get; init; } = [];

    [Description("Modalités d’évaluation (annexe 5).")]
    public IReadOnlyList<BlocTexte> Evaluation { get; init; } = [];

    [Description("Intitulés des six annexes, dans leur ordre ; vide pour les intitulés usuels.")]
    public IReadOnlyList<string> Annexes { get; init; } = [];

    [Description("Délibérations et décisions autorisant la signature (annexe 6).")]
    public IReadOnlyList<DeliberationDossier> Deliberations { get; init; } = [];

    [Description("Signataires, dans l’ordre d’impression.")]
    public IReadOnlyList<SignataireDossier> Signataires { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<EtatDocument>))]
public enum EtatDocument
{
    [JsonStringEnumMemberName("projet")]
    Projet,

    [JsonStringEnumMemberName("figee")]
    Figee,

    /// <summary>Signed before the portal existed: what the portal knows of it, without pretending to hold the signed text.</summary>
    [JsonStringEnumMemberName("reprise")]
    Reprise,
}

[Description("Collectivité qui porte la convention.")]
public sealed record TitulaireDossier
{
    [Description("EPCI, commune, syndicat…")]
    public required string Type { get; init; }

    public required string Nom { get; init; }

    [Description("Numéro SIREN, neuf chiffres.")]
    public string? Siren { get; init; }

    [Description("Code INSEE, pour une commune.")]
    public string? Insee { get; init; }
}

[Description("Partie à la convention.")]
public sealed record PartieDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Nom { get; init; }

    [Description("Nom abrégé utilisé dans le texte, par exemple « la Caf ».")]
    public string? NomCourt { get; init; }

    [Description("Caf, EPCI, commune, département, MSA…")]
    public string? Type { get; init; }

    public IReadOnlyList<RepresentantDossier> Representants { get; init; } = [];

    public string? DeliberationNumero { get; init; }

    public DateOnly? DeliberationDate { get; init; }
}

[Description("Personne qui représente une partie.")]
public sealed record RepresentantDossier
{
    public string? Civilite { get; init; }

    public required string Nom { get; init; }

    [Description("Qualité accordée : « présidente », « directeur »…")]
    public string? Qualite { get; init; }
}

[Description("Commune du périmètre.")]
public sealed record CommuneDossier
{
    public required string Insee { get; init; }

    public required string Nom { get; init; }

    [Description("Population, quand elle est connue.")]
    public int? Population { get; init; }
}

[Description("Article de la convention.")]
public sealed record ArticleDossier
{
    public required int Numero { get; init; }

    public required string Titre { get; init; }

    public IReadOnlyList<BlocTexte> Corps { get; init; } = [];

    [Description("Vrai tant que l’article est mot pour mot celui du modèle.")]
    public bool EstModele { get; init; }

    [Description("Faux pour un article qui informe sans engager les parties.")]
    public bool Contractuel { get; init; } = true;
}

[Description("Axe : premier niveau du plan d’actions.")]
public sealed record AxeDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Numero { get; init; }

    public required string Titre { get; init; }

    public string? Description { get; init; }

    [Description("Couleur de l’axe, sous la forme #RRVVBB.")]
    public string? Couleur { get; init; }

    [Description("Nom de l’icône de l’axe.")]
    public string? Icone { get; init; }

    public IReadOnlyList<OrientationDossier> Orientations { get; init; } = [];

    [Description("Fiches rattachées directement à l’axe.")]
    public IReadOnlyList<FicheDossier> Fiches { get; init; } = [];

    [Description("Somme des financements des fiches de l’axe.")]
    public SommeDossier Montants => BudgetDossier.Sommer(Toutes);

    /// <summary>In the order of the plan.</summary>
    [JsonIgnore]
    public IEnumerable<FicheDossier> Toutes => [.. Fiches, .. Orientations.SelectMany(o => o.Toutes)];
}

[Description("Niveau intermédiaire du plan, entre l’axe et la fiche ; il peut en contenir d’autres.")]
public sealed record OrientationDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Numero { get; init; }

    public required string Titre { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<OrientationDossier> Orientations { get; init; } = [];

    public IReadOnlyList<FicheDossier> Fiches { get; init; } = [];

    /// <summary>In the order of the plan.</summary>
    [JsonIgnore]
    public IEnumerable<FicheDossier> Toutes => [.. Fiches, .. Orientations.SelectMany(o => o.Toutes)];
}

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

    [Description("Numéros des fiches liées.")]
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

[Description("Diagnostic partagé.")]
public sealed record DiagnosticDossier
{
    [Description("Date de validation ; ensuite les chiffres ne changent plus.")]
    public DateOnly? ValideLe { get; init; }

    [Marques]
    public string? Methode { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<ThemeDossier> Themes { get; init; } = [];

    [Description("Enquêtes, avec leurs résultats par question.")]
    public IReadOnlyList<EnqueteDossier> Enquetes { get; init; } = [];

    public IReadOnlyList<EntretienDossier> Entretiens { get; init; } = [];

    [Description("Documents consultés : intitulé, auteur, année.")]
    public IReadOnlyList<string> Documents { get; init; } = [];
}

[Description("Enquête du diagnostic.")]
public sealed record EnqueteDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Intitule { get; init; }

    [Description("Public, envois, réponses.")]
    public required string Faits { get; init; }

    [Marques]
    public string? Methode { get; init; }

    public IReadOnlyList<QuestionDossier> Questions { get; init; } = [];
}

[Description("Question d’une enquête, sans réponse individuelle.")]
public sealed record QuestionDossier
{
    public required string Intitule { get; init; }

    [Description("Ce qu’on peut en dire quand elle ne se dessine pas.")]
    public string? Texte { get; init; }

    public GraphiqueDossier? Graphique { get; init; }
}

[Description("Entretien du diagnostic.")]
public sealed record EntretienDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Intitule { get; init; }

    [Description("Jour, communes entendues.")]
    public string? Faits { get; init; }

    [Marques]
    public string? Synthese { get; init; }

    [Description("Ce que disent d’elles-mêmes les pièces jointes : leur description, ou le nom du fichier.")]
    public IReadOnlyList<string> PiecesJointes { get; init; } = [];
}

[Description("Thème du diagnostic.")]
public sealed record ThemeDossier
{
    public required string Titre { get; init; }

    [Marques]
    public string? Synthese { get; init; }

    public IReadOnlyList<IndicateurDiagnosticDossier> Indicateurs { get; init; } = [];

    [Description("Les mêmes chiffres, dessinés : une figure par indicateur qui se compare ou qui évolue.")]
    public IReadOnlyList<FigureDossier> Figures { get; init; } = [];

    public IReadOnlyList<ConstatDossier> Constats { get; init; } = [];
}

[Description("Chiffre du diagnostic. Plusieurs chiffres de même libellé et de géographies différentes sont comparés.")]
public sealed record IndicateurDiagnosticDossier
{
    public required string Libelle { get; init; }

    public decimal? Valeur { get; init; }

    public string? Unite { get; init; }

    public int? Annee { get; init; }

    [Description("Territoire mesuré : la commune, l’EPCI, le département, la région, la France.")]
    public string? Geographie { get; init; }

    public string? Source { get; init; }

    [Description("« secret » ou « non disponible » ; absent pour un chiffre publié.")]
    public string? Etat { get; init; }

    [Description("Pas d’arrondi de la source.")]
    public decimal? Arrondi { get; init; }

    [Description("Licence de réutilisation de la source.")]
    public string? Licence { get; init; }

    [Description("Code de l’indicateur au catalogue du portail.")]
    public string? Code { get; init; }
}

[Description("Indicateur du diagnostic avec ses dessins et le tableau des mêmes chiffres.")]
public sealed record FigureDossier
{
    [Description("Libellé de l’indicateur, le même que celui de ses chiffres.")]
    public required string Titre { get; init; }

    public string? Definition { get; init; }

    [Description("Dernier chiffre du territoire, unité comprise.")]
    public string? Valeur { get; init; }

    [Description("Territoire et année de ce chiffre.")]
    public string? Legende { get; init; }

    [Description("Ce qu’on y lit : écart au département, évolution…")]
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public IReadOnlyList<GraphiqueDossier> Graphiques { get; init; } = [];

    [Description("Années, du tableau des chiffres.")]
    public IReadOnlyList<int> Annees { get; init; } = [];

    [Description("Un territoire par ligne ; les communes sont dans les dessins et leur texte.")]
    public IReadOnlyList<LigneFigureDossier> Lignes { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];
}

[Description("Un dessin.")]
public sealed record GraphiqueDossier
{
    public required string Titre { get; init; }

    [Description("Une barre par commune : de toute la largeur de la page.")]
    public bool ParCommune { get; init; }

    [Description("Équivalent en texte.")]
    public required string Alt { get; init; }

    [Description("Image SVG.")]
    public required string Svg { get; init; }

    [Description("« barres » ou « lignes » ; absent des versions figées avant que les chiffres du dessin ne soient écrits.")]
    public FormeDessin? Forme { get; init; }

    [Description("Ce que mesure chaque point : territoires, années, réponses.")]
    public IReadOnlyList<string> Categories { get; init; } = [];

    [Description("Les chiffres dessinés.")]
    public IReadOnlyList<SerieDossier> Series { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<FormeDessin>))]
public enum FormeDessin
{
    [JsonStringEnumMemberName("barres")]
    Barres,

    [JsonStringEnumMemberName("lignes")]
    Lignes,
}

[Description("Une suite de chiffres dessinés, un par catégorie.")]
public sealed record SerieDossier
{
    public required string Nom { get; init; }

    [Description("Vide où il n’y a pas de chiffre à montrer.")]
    public IReadOnlyList<decimal?> Valeurs { get; init; } = [];
}

[Description("Chiffres d’un territoire, un par année du tableau ; un texte vide où il n’y en a pas.")]
public sealed record LigneFigureDossier
{
    public required string Territoire { get; init; }

    public required IReadOnlyList<string> Valeurs { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<NatureConstatDossier>))]
public enum NatureConstatDossier
{
    [JsonStringEnumMemberName("force")]
    Force,

    [JsonStringEnumMemberName("faiblesse")]
    Faiblesse,

    [JsonStringEnumMemberName("opportunite")]
    Opportunite,

    [JsonStringEnumMemberName("menace")]
    Menace,

    [JsonStringEnumMemberName("besoin")]
    Besoin,

    [JsonStringEnumMemberName("enjeu")]
    Enjeu,
}

[Description("Constat du diagnostic.")]
public sealed record ConstatDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required NatureConstatDossier Nature { get; init; }

    public required string Texte { get; init; }
}

[Description("Atelier de concertation.")]
public sealed record AtelierDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Titre { get; init; }

    [Description("Nom de la série dont il fait partie.")]
    public string? Serie { get; init; }

    [Description("Ce qu’on en attend.")]
    public string? But { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    public DateOnly? Date { get; init; }

    [Description("Date en toutes lettres quand le jour n’est pas connu, par exemple « octobre 2021 ».")]
    public string? DateTexte { get; init; }

    public string? Lieu { get; init; }

    public string? Animateur { get; init; }

    [Description("Nombre de participants tel qu’il a été annoncé : « 48 », « plus de 70 ».")]
    public string? Participants { get; init; }

    [Description("Organisations présentes.")]
    public IReadOnlyList<string> Organisations { get; init; } = [];

    public IReadOnlyList<ContributionDossier> Contributions { get; init; } = [];
}

[Description("Contribution recueillie en atelier.")]
public sealed record ContributionDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("Constat, force, faiblesse, opportunité, menace, idée d’action…")]
    public required string Nature { get; init; }

    public required string Texte { get; init; }

    [Description("Points reçus lors de la priorisation.")]
    public int? Points { get; init; }
}

[Description("Une partie du plan et ce à quoi elle répond.")]
public sealed record LienFilDossier
{
    [Description("Identifiant de ce dont il s’agit, dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("« Fiche action 7 », « Axe 2 ».")]
    public required string Numero { get; init; }

    public required string Intitule { get; init; }

    public IReadOnlyList<OrigineFilDossier> Origines { get; init; } = [];
}

[Description("Un constat, une contribution ou un groupe de contributions.")]
public sealed record OrigineFilDossier
{
    [Description("Identifiant de ce dont il s’agit, dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("Faiblesse, besoin, idée d’action, groupe…")]
    public required string Nature { get; init; }

    public required string Texte { get; init; }

    [Description("Thème du constat, ou atelier où cela a été dit.")]
    public string? Contexte { get; init; }

    [Description("Ce qui a été dit en atelier et dont vient le constat.")]
    public IReadOnlyList<string> DitEnAtelier { get; init; } = [];
}

[Description("Équipement ou service soutenu.")]
public sealed record EquipementDossier
{
    [Description("Code de l’équipement dans la convention.")]
    public string? Code { get; init; }

    public required string Nom { get; init; }

    [Description("Établissement d’accueil du jeune enfant, accueil de loisirs, relais petite enfance…")]
    public string? Type { get; init; }

    public string? Gestionnaire { get; init; }

    public string? Commune { get; init; }

    [Description("Collectivités qui le soutiennent.")]
    public IReadOnlyList<string> Soutiens { get; init; } = [];

    [Description("Capacité avec son unité : « 40 places », « 1,5 ETP », « 600 heures ».")]
    public string? Capacite { get; init; }

    [Description("Subvention, délégation de service public, marché, mise à disposition…")]
    public string? ModeSoutien { get; init; }

    [Description("Vrai si le bonus territoire s’applique, faux sinon, absent si ce n’est pas connu.")]
    public bool? BonusTerritoire { get; init; }

    [Description("Vrai pour un équipement qui n’est pas encore ouvert.")]
    public bool EstProjet { get; init; }

    [Description("Année d’ouverture, passée ou prévue.")]
    public int? AnneeOuverture { get; init; }

    public string? Remarque { get; init; }
}

[Description("Contrat enfance jeunesse dont la convention prend la suite.")]
public sealed record AncienCejDossier
{
    [Description("Numéro ou titre du contrat.")]
    public required string Intitule { get; init; }

    [Description("Collectivités qui l’avaient signé.")]
    public IReadOnlyList<string> Collectivites { get; init; } = [];

    [Description("Dernier jour du contrat, quand il est connu.")]
    public DateOnly? Fin { get; init; }
}

[Description("Délibération ou décision qui autorise la signature.")]
public sealed record DeliberationDossier
{
    [Description("Assemblée ou instance : conseil communautaire, conseil municipal, conseil d’administration…")]
    public required string Organe { get; init; }

    public string? Numero { get; init; }

    public DateOnly? Date { get; init; }

    public string? Objet { get; init; }

    [Description("Résultat du vote, en toutes lettres.")]
    public string? Vote { get; init; }
}

[Description("Signataire de la convention.")]
public sealed record SignataireDossier
{
    public required string Partie { get; init; }

    public string? Civilite { get; init; }

    public required string Nom { get; init; }

    public string? Qualite { get; init; }

    [Description("Mode de signature, en toutes lettres : « signature électronique simple », « sur papier »…")]
    public string? Mode { get; init; }

    public DateOnly? SigneLe { get; init; }

    [Description("Empreinte SHA-256 de la version signée, en hexadécimal.")]
    public string? Empreinte { get; init; }
}
