using System.ComponentModel;
using System.Text.Json.Serialization;
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

    [Description("« projet » tant que le texte peut changer, « figee » pour une version soumise à la signature ou signée, « reprise » pour une convention signée hors du portail, dont l’original signé fait foi, « consolidee » pour la convention et les avenants signés à un jour donné, réunis sans valeur d’original.")]
    public required EtatDocument Etat { get; init; }

    [Description("Numéro de la version figée.")]
    public int? VersionNumero { get; init; }

    [Description("Date à laquelle la version a été figée.")]
    public DateOnly? VersionDate { get; init; }

    [Description("Référence imprimée sur chaque page d’une version figée, par laquelle chacun peut la vérifier.")]
    public string? ReferenceDocument { get; init; }

    [Description("Adresse où vérifier cette version figée, la même que celle du code QR de chaque page.")]
    public string? AdresseVerification { get; init; }

    [Description("Vrai pour la copie publiée : le texte signé sans adresses électroniques, téléphones, adresses IP ni adresses postales. Elle ne fait pas foi.")]
    public bool CopiePubliee { get; init; }

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

    [Description("L’avenant, quand ce document est celui d’un avenant : la convention est alors décrite telle qu’il la change.")]
    public AvenantDossier? Avenant { get; init; }
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

    /// <summary>What was signed by a day, put together: the signed documents alone are originals.</summary>
    [JsonStringEnumMemberName("consolidee")]
    Consolidee,
}
