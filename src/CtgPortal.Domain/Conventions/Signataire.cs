using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

public readonly record struct SignataireId(Guid Value) : IStronglyTypedId<SignataireId>
{
    public static SignataireId From(Guid value) => new(value);

    public static SignataireId New() => new(Guid.CreateVersion7());
}

/// <summary>Who signs and in what capacity.</summary>
/// <param name="Civilite">« Madame », « Monsieur », or nothing.</param>
/// <param name="Qualite">Gendered title, « Présidente », « Première adjointe ».</param>
/// <param name="Delegation">When the person signs for the holder of the office.</param>
/// <param name="Courriel">Professional address; needed only to sign in the portal.</param>
public sealed record IdentiteSignataire(string? Civilite, string Prenom, string Nom, string Qualite, Delegation? Delegation, string? Courriel)
{
    public const int NomLongueurMax = 100;
    public const int QualiteLongueurMax = 200;
    public const int CourrielLongueurMax = 254;

    internal IdentiteSignataire Normaliser() => new(
        Texte.Facultatif(Civilite, "civilite", 20),
        Texte.Obligatoire(Prenom, "prenom", NomLongueurMax),
        Texte.Obligatoire(Nom, "nom", NomLongueurMax),
        Texte.Obligatoire(Qualite, "qualite", QualiteLongueurMax),
        Delegation?.Normaliser(),
        Texte.Facultatif(Courriel, "courriel", CourrielLongueurMax)?.ToLowerInvariant());

    public string NomComplet => string.Join(' ', new[] { Civilite, Prenom, Nom }.Where(t => !string.IsNullOrEmpty(t)));
}

/// <summary>A person designated to sign for a party; several per party are usual (président and directrice of a Caf).</summary>
public sealed class Signataire
{
    internal Signataire(IdentiteSignataire identite, int rang)
    {
        Id = SignataireId.New();
        Identite = identite.Normaliser();
        Rang = rang;
    }

    private Signataire()
    {
    }

    public SignataireId Id { get; private init; }

    public IdentiteSignataire Identite { get; private set; } = null!;

    /// <summary>Place among the signers of the party.</summary>
    public int Rang { get; private set; }
}
