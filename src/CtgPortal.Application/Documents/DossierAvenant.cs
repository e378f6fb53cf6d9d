using System.ComponentModel;

namespace CtgPortal.Application.Documents;

[Description("Avenant à une convention : ce qu’il change, tel qu’il est signé par toutes les parties.")]
public sealed record AvenantDossier
{
    [Description("Rang de l’avenant dans la vie de la convention : 1 pour le premier.")]
    public required int Numero { get; init; }

    [Description("Objet de l’avenant, en une phrase.")]
    public required string Objet { get; init; }

    [Description("Ce qui motive l’avenant.")]
    public IReadOnlyList<BlocTexte> Motifs { get; init; } = [];

    [Description("Articles de l’avenant.")]
    public IReadOnlyList<ArticleDossier> Articles { get; init; } = [];

    [Description("Date de signature de la convention d’origine, quand elle est connue.")]
    public DateOnly? ConventionSigneeLe { get; init; }

    [Description("Période de la convention avant l’avenant : premier jour.")]
    public DateOnly? AncienDebut { get; init; }

    [Description("Période de la convention avant l’avenant : dernier jour.")]
    public DateOnly? AncienneFin { get; init; }

    [Description("Avenants déjà signés.")]
    public IReadOnlyList<AvenantAnterieurDossier> Anterieurs { get; init; } = [];

    [Description("Ce que l’avenant change dans le plan d’actions et les annexes, ligne par ligne.")]
    public IReadOnlyList<ChangementDossier> Changements { get; init; } = [];

    [Description("Vrai quand le plan d’actions entier est annexé : la convention n’en avait pas.")]
    public bool PlanAnnexe { get; init; }
}

[Description("Avenant déjà signé, que celui-ci suit.")]
public sealed record AvenantAnterieurDossier
{
    public required int Numero { get; init; }

    public DateOnly? SigneLe { get; init; }

    public required string Objet { get; init; }
}

[Description("Une partie du plan ou d’une annexe que l’avenant ajoute, retire ou modifie.")]
public sealed record ChangementDossier
{
    [Description("« Ajout », « Retrait », « Modification »…")]
    public required string Nature { get; init; }

    [Description("De quoi il s’agit : « Fiche action 3 – … ».")]
    public required string Sujet { get; init; }

    [Description("Où elle se place dans le plan.")]
    public string? Contexte { get; init; }

    public IReadOnlyList<LigneChangeeDossier> Lignes { get; init; } = [];
}

[Description("Un champ avant et après l’avenant.")]
public sealed record LigneChangeeDossier
{
    public required string Libelle { get; init; }

    public string? Avant { get; init; }

    public string? Apres { get; init; }
}
