using System.Globalization;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Suivi;

public readonly record struct NoteSuiviId(Guid Value) : IStronglyTypedId<NoteSuiviId>
{
    public static NoteSuiviId From(Guid value) => new(value);

    public static NoteSuiviId New() => new(Guid.CreateVersion7());
}

public enum TypeNote
{
    Note,
    Frein,
    Levier,
    Reussite,
    SuiteADonner,
}

/// <summary>A dated remark on a fiche; never rewritten, only added to.</summary>
public sealed class NoteSuivi
{
    public const int TexteLongueurMax = 4_000;

    internal NoteSuivi(TypeNote type, DateOnly le, string texte, string auteur)
    {
        Id = NoteSuiviId.New();
        Type = type;
        Le = le;
        Texte = Common.Texte.Obligatoire(texte, "note", TexteLongueurMax);
        Auteur = Common.Texte.Obligatoire(auteur, "auteur", 250);
    }

    private NoteSuivi()
    {
    }

    public NoteSuiviId Id { get; private init; }

    public TypeNote Type { get; private init; }

    public DateOnly Le { get; private init; }

    public string Texte { get; private init; } = "";

    public string Auteur { get; private init; } = "";
}

/// <summary>What an indicator of a fiche said on a day.</summary>
public sealed record Releve
{
    public const int CommentaireLongueurMax = 2_000;
    public const int SourceLongueurMax = 200;

    public Releve(IndicateurFicheId indicateur, DateOnly le, decimal? valeur, string? commentaire, string? source)
    {
        BusinessRuleException.ThrowIfAny(Conditions.When(
            valeur is null && string.IsNullOrWhiteSpace(commentaire), "releve-vide", "Donnez une valeur ou un commentaire."));
        IndicateurFicheId = indicateur;
        Le = le;
        Valeur = valeur;
        Commentaire = Texte.Facultatif(commentaire, "commentaire", CommentaireLongueurMax);
        Source = Texte.Facultatif(source, "source", SourceLongueurMax);
    }

    private Releve()
    {
    }

    public IndicateurFicheId IndicateurFicheId { get; private init; }

    public DateOnly Le { get; private init; }

    /// <summary>Null for a qualitative reading.</summary>
    public decimal? Valeur { get; private init; }

    public string? Commentaire { get; private init; }

    public string? Source { get; private init; }

    public override string ToString() => string.Join(" | ", new[]
    {
        Le.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Valeur?.ToString("0.####", CultureInfo.InvariantCulture), Commentaire, Source,
    }.Where(t => t is not null));
}

public sealed record AvancementNote(ConventionId Convention, FicheActionId Fiche, Avancement Avancement, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record NoteAjoutee(ConventionId Convention, FicheActionId Fiche, TypeNote Type, string Texte, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record IndicateurReleve(ConventionId Convention, FicheActionId Fiche, string Indicateur, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;
