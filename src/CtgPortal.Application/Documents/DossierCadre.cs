using System.ComponentModel;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;

namespace CtgPortal.Application.Documents;

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

    [Description("Envoi au contrôle de légalité.")]
    public DateOnly? TransmiseLe { get; init; }

    [Description("Réception par la préfecture.")]
    public DateOnly? RecueLe { get; init; }

    public DateOnly? PublieeLe { get; init; }

    [Description("Identifiant donné par @CTES : département, SIREN, date, numéro et nature.")]
    public string? IdentifiantActes { get; init; }

    internal static DeliberationDossier De(Partie partie, DescriptionActe acte) => new()
    {
        Organe = Mots.NomEnToutesLettres(partie.Nom) + (acte.Organe is null ? "" : $", {acte.Organe}"),
        Numero = acte.Reference.Numero,
        Date = acte.Reference.Date,
        Objet = acte.Objet,
        Vote = acte.Vote?.EnToutesLettres,
        TransmiseLe = acte.Controle.TransmisLe,
        RecueLe = acte.Controle.RecuLe,
        PublieeLe = acte.Controle.PublieLe,
        IdentifiantActes = acte.Controle.Identifiant,
    };
}

[Description("Signataire de la convention.")]
public sealed record SignataireDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

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
