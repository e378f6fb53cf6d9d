using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>The proof of a circuit as its page shows it, and as it is given to be checked elsewhere.</summary>
[Description("Fichier de preuve d’un circuit de signature : ce qui a été signé, par qui, comment, et la chaîne des événements qui l’établit.")]
public sealed record DossierDePreuve
{
    [Description("Version du schéma de ce document.")]
    public string VersionSchema { get; init; } = "1.0";

    [Description("Instant de production de ce fichier, en temps universel. Ce n’est pas une preuve : les instants prouvés sont ceux des horodatages.")]
    public required DateTimeOffset ProduitLe { get; init; }

    public required DocumentProuve Document { get; init; }

    [Description("Personnes appelées à signer, dans l’ordre du document.")]
    public IReadOnlyList<SignataireProuve> Signataires { get; init; } = [];

    public required ChaineProuvee Chaine { get; init; }

    [Description("Maillons de la chaîne, du premier au dernier.")]
    public IReadOnlyList<EvenementProuve> Evenements { get; init; } = [];

    [Description("Horodatages quotidiens qui attestent cette chaîne, du plus ancien au plus récent.")]
    public IReadOnlyList<HorodatageProuve> Horodatages { get; init; } = [];

    [Description("Comment vérifier ce fichier sans le portail, pas à pas.")]
    public IReadOnlyList<string> CommentVerifier { get; init; } = [];
}

[Description("Le document soumis à la signature.")]
public sealed record DocumentProuve
{
    [Description("Référence imprimée sur chaque page.")]
    public required string Reference { get; init; }

    [Description("Adresse publique où le vérifier.")]
    public required string AdresseVerification { get; init; }

    public required string Intitule { get; init; }

    [Description("Identifiant de la convention dans le portail.")]
    public required string Convention { get; init; }

    [Description("Numéro de la version figée.")]
    public required int Version { get; init; }

    [Description("Instant où le texte a été figé.")]
    public required DateTimeOffset FigeLe { get; init; }

    [Description("Nom du fichier figé.")]
    public required string Fichier { get; init; }

    [Description("Taille du fichier figé, en octets.")]
    public required int Taille { get; init; }

    [Description("SHA-256 du fichier figé : c’est ce que chacun signe.")]
    public required string Empreinte { get; init; }

    [Description("« Ouverte », « Complete » ou « Annulee ».")]
    public required string Etat { get; init; }

    [Description("Pourquoi le circuit a été annulé.")]
    public string? MotifAnnulation { get; init; }
}

[Description("Personne appelée à signer.")]
public sealed record SignataireProuve
{
    [Description("Identifiant que les événements portent dans « ligne ».")]
    public required string Ligne { get; init; }

    [Description("« signataire », « visa » (approuve avant que les parties signent) ou « observateur » (n’a rien à signer).")]
    public string Role { get; init; } = "signataire";

    public required string Nom { get; init; }

    public required string Qualite { get; init; }

    public required string Partie { get; init; }

    [Description("Acte par lequel un pouvoir de signer a été donné.")]
    public string? Delegation { get; init; }

    [Description("Adresse électronique ; absente d’un exemplaire remis à quelqu’un d’autre.")]
    public string? Courriel { get; init; }

    [Description("Comment la personne a signé, en toutes lettres ; absent tant que sa signature est attendue.")]
    public string? Mode { get; init; }

    /// <summary>What is said in place of a mode.</summary>
    [JsonIgnore]
    public string Attente => this switch
    {
        { Depart: not null } => "N’est plus attendue",
        { Role: "observateur" } => "Rien à signer",
        { Role: "visa" } => "Visa attendu",
        _ => "Signature attendue",
    };

    [Description("Pourquoi la personne a quitté le circuit ; absent pour qui y est encore.")]
    public string? Depart { get; init; }

    [Description("Jour écrit sur le texte.")]
    public DateOnly? SigneLe { get; init; }

    [Description("Instant où le portail a enregistré la signature.")]
    public DateTimeOffset? EnregistreeLe { get; init; }
}

[Description("La chaîne : chaque maillon porte l’empreinte du précédent.")]
public sealed record ChaineProuvee
{
    [Description("Identifiant du circuit.")]
    public required string Circuit { get; init; }

    public string Algorithme { get; init; } = "SHA-256 du JSON canonique (RFC 8785) de « maillon »";

    [Description("Ce que le premier maillon porte à la place d’un précédent.")]
    public required string Origine { get; init; }

    [Description("Nombre de maillons.")]
    public required int Nombre { get; init; }

    [Description("Empreinte du dernier maillon.")]
    public required string Tete { get; init; }

    [Description("Résultat du calcul fait à la production de ce fichier ; refaites-le.")]
    public required bool Intacte { get; init; }

    [Description("Premier maillon rompu.")]
    public int? PremierMaillonRompu { get; init; }

    [Description("Ce qui ne va pas, en toutes lettres.")]
    public string? Defaut { get; init; }
}

[Description("Un événement.")]
public sealed record EvenementProuve
{
    [Description("Ce qui s’est passé, en une phrase ; hors de l’empreinte.")]
    public required string Phrase { get; init; }

    [JsonIgnore]
    public int Numero { get; init; }

    [JsonIgnore]
    public DateTimeOffset Le { get; init; }

    [JsonIgnore]
    public string Type { get; init; } = "";

    /// <summary>As recorded; empty for who holds a link, or for a job.</summary>
    [JsonIgnore]
    public string Acteur { get; init; } = "";

    [JsonIgnore]
    public string? Agent { get; init; }

    [Description("Exactement ce dont l’empreinte est le SHA-256.")]
    public required JsonObject Maillon { get; init; }

    public required string Empreinte { get; init; }

    [Description("Adresse IP, hors de l’empreinte, effacée après un temps ; absente d’un exemplaire remis à quelqu’un d’autre.")]
    public string? AdresseIp { get; init; }

    [Description("Clé, en hexadécimal, dont « appel.ip » est le HMAC-SHA256 de l’adresse.")]
    public string? IpCle { get; init; }

    [Description("Adresses électroniques tenues hors de l’empreinte, par leur chemin dans « faits » ; absentes d’un exemplaire remis à quelqu’un d’autre.")]
    public JsonObject? Reserve { get; init; }

    [Description("Clé, en hexadécimal, des HMAC-SHA256 mis à la place de ces adresses.")]
    public string? ReserveCle { get; init; }
}

[Description("Horodatage quotidien de toutes les chaînes par une autorité extérieure (RFC 3161).")]
public sealed record HorodatageProuve
{
    [Description("Rang de cet horodatage.")]
    public required int Numero { get; init; }

    public required DateOnly Jour { get; init; }

    [Description("Numéro du dernier maillon attesté.")]
    public required int Maillon { get; init; }

    [Description("Empreinte de ce maillon : elle est une des lignes de « contenu ».")]
    public required string Tete { get; init; }

    [Description("Texte horodaté : la racine de l’horodatage précédent, puis les têtes de toutes les chaînes qui ont bougé, une par ligne.")]
    public required string Contenu { get; init; }

    [Description("SHA-256 de « contenu ».")]
    public required string Racine { get; init; }

    [Description("Jeton de l’autorité, DER en base 64 ; absent tant qu’elle n’a pas répondu.")]
    public string? Jeton { get; init; }

    [Description("Instant donné par l’autorité.")]
    public DateTimeOffset? HorodateLe { get; init; }

    [Description("Nom de l’autorité.")]
    public string? Autorite { get; init; }
}
