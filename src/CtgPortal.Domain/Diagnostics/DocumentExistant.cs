using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct DocumentExistantId(Guid Value) : IStronglyTypedId<DocumentExistantId>
{
    public static DocumentExistantId From(Guid value) => new(value);

    public static DocumentExistantId New() => new(Guid.CreateVersion7());
}

/// <summary>A study or a plan that already exists.</summary>
/// <param name="Auteur">Person or body that published it.</param>
/// <param name="Lien">Where it is published, as a web address.</param>
/// <param name="Propos">What it says that matters here.</param>
public sealed record DescriptionDocument(
    string Intitule, string? Auteur, int? Annee, string? Lien, IReadOnlyList<string> Themes, string? Propos)
{
    public const int IntituleLongueurMax = 250;
    public const int AuteurLongueurMax = 200;
    public const int LienLongueurMax = 500;
    public const int ProposLongueurMax = 5_000;
    public const int ThemesMax = 30;
    public const int AnneeMin = 1960;
    public const int AnneeMax = 2060;

    public static bool EstUneAdresse(string lien) =>
        Uri.TryCreate(lien.Trim(), UriKind.Absolute, out var adresse) && adresse.Scheme is "https" or "http" && adresse.UserInfo.Length == 0;

    internal DescriptionDocument Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Annee is < AnneeMin or > AnneeMax, "annee-invalide", $"L’année doit se situer entre {AnneeMin} et {AnneeMax}."),
            .. When(!string.IsNullOrWhiteSpace(Lien) && !EstUneAdresse(Lien), "lien-invalide", "Le lien doit être une adresse complète, qui commence par https://."),
            .. When(Themes.Count > ThemesMax, "themes-trop-nombreux", $"Un document porte sur au plus {ThemesMax} thèmes."),
        ]);
        return new(
            Texte.Obligatoire(Intitule, "intitule", IntituleLongueurMax),
            Texte.Facultatif(Auteur, "auteur", AuteurLongueurMax),
            Annee,
            Texte.Facultatif(Lien, "lien", LienLongueurMax),
            [.. Themes.Select(t => Texte.Facultatif(t, "theme", Indicateur.ChampLongueurMax)).OfType<string>().Distinct()],
            Texte.Facultatif(Propos, "propos", ProposLongueurMax));
    }
}

/// <summary>An existing document that the diagnostic takes up: a study of needs, a local health contract…</summary>
public sealed class DocumentExistant : AggregateRoot
{
    private DocumentExistant()
    {
    }

    public DocumentExistantId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public DescriptionDocument Description { get; private set; } = null!;

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public static DocumentExistant Verser(ConventionId convention, DescriptionDocument description, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var document = new DocumentExistant { Id = DocumentExistantId.New(), ConventionId = convention, Description = description.Normaliser() };
        document.Record(new DocumentVerse(convention, document.Id, document.Description.Intitule, now));
        return document;
    }

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public void Modifier(DescriptionDocument description, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var (avant, apres) = (Description, description.Normaliser());
        var comparaison = new Comparaison()
            .Noter("intitule", avant.Intitule, apres.Intitule)
            .Noter("auteur", avant.Auteur, apres.Auteur)
            .Noter("annee", avant.Annee, apres.Annee)
            .Noter("lien", avant.Lien, apres.Lien)
            .Noter("themes", avant.Themes, apres.Themes)
            .Noter("propos", avant.Propos, apres.Propos);
        if (!comparaison.EstVide)
        {
            Description = apres;
            Record(new DocumentModifie(ConventionId, Id, apres.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>The caller then deletes it and takes it off the findings.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen.</exception>
    public void Retirer(EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        Record(new DocumentRetire(ConventionId, Id, Description.Intitule, now));
    }
}
