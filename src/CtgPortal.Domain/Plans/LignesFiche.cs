using System.Globalization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>Amounts as the journal writes them, whatever number of decimals the database gave back.</summary>
internal static class Montants
{
    public static string? Texte(decimal? valeur) => valeur?.ToString("0.####", CultureInfo.InvariantCulture);
}

public sealed record DescriptionOperation(string Intitule, string? Pilote, string? Public, decimal? Budget, string? Calendrier, string? Indicateurs);

/// <summary>A step of a fiche with its own pilot, public, budget and indicators.</summary>
public sealed class Operation
{
    public const int Max = 50;
    public const int IndicateursLongueurMax = 2_000;

    internal Operation(DescriptionOperation d, int rang)
    {
        BusinessRuleException.ThrowIfAny(When(d.Budget is < 0 or > Financement.MontantMax, "budget-invalide", "Le budget n’est pas plausible."));
        Rang = rang;
        Intitule = Texte.Obligatoire(d.Intitule, "operation", Limites.CourtMax);
        Pilote = Limites.CourtTexte(d.Pilote, "pilote");
        Public = Limites.CourtTexte(d.Public, "public");
        Budget = d.Budget;
        Calendrier = Limites.CourtTexte(d.Calendrier, "calendrier");
        Indicateurs = Texte.Facultatif(d.Indicateurs, "indicateurs", IndicateursLongueurMax);
    }

    private Operation()
    {
    }

    public int Rang { get; private init; }

    public string Intitule { get; private init; } = "";

    public string? Pilote { get; private init; }

    public string? Public { get; private init; }

    public decimal? Budget { get; private init; }

    public string? Calendrier { get; private init; }

    public string? Indicateurs { get; private init; }

    public override string ToString() =>
        string.Join(" | ", new[] { Intitule, Pilote, Public, Montants.Texte(Budget), Calendrier, Indicateurs }.Where(t => t is not null));
}

public enum NatureDepense
{
    Fonctionnement,
    Investissement,
}

/// <summary>One line of money: a funder, a year, a nature; what is planned and what was spent, in euros.</summary>
public sealed record Financement
{
    public const int Max = 200;
    public const decimal MontantMax = 1_000_000_000m;
    public const int FinanceurLongueurMax = 200;
    public const int AnneeMin = 2000;
    public const int AnneeMax = 2060;

    /// <exception cref="BusinessRuleException">No funder, a year or an amount out of range, or neither amount.</exception>
    public Financement(string financeur, int annee, NatureDepense nature, decimal? prevu, decimal? realise)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(annee is < AnneeMin or > AnneeMax, "annee-invalide", "L’année n’est pas plausible."),
            .. When(prevu is < 0 or > MontantMax || realise is < 0 or > MontantMax, "montant-invalide", "Un montant va de 0 à un milliard d’euros."),
            .. When(prevu is null && realise is null, "montant-absent", "Indiquez un montant prévu ou réalisé."),
        ]);
        Financeur = Texte.Obligatoire(financeur, "financeur", FinanceurLongueurMax);
        (Annee, Nature, Prevu, Realise) = (annee, nature, prevu, realise);
    }

    private Financement()
    {
    }

    public string Financeur { get; private init; } = "";

    public int Annee { get; private init; }

    public NatureDepense Nature { get; private init; }

    public decimal? Prevu { get; private init; }

    public decimal? Realise { get; private init; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Financeur} {Annee} {Nature} : {Montants.Texte(Prevu) ?? "-"} / {Montants.Texte(Realise) ?? "-"}");
}

public readonly record struct IndicateurFicheId(Guid Value) : IStronglyTypedId<IndicateurFicheId>
{
    public static IndicateurFicheId From(Guid value) => new(value);

    public static IndicateurFicheId New() => new(Guid.CreateVersion7());
}

public enum TypeIndicateur
{
    Quantitatif,
    Qualitatif,
}

public enum CategorieIndicateur
{
    Realisation,
    Resultat,
    Impact,
}

/// <param name="ValeurInitiale">The « donnée d’origine » without which no effect can be told; null when it is not known.</param>
/// <param name="Cible">Expected value at the end.</param>
public sealed record DescriptionIndicateur(
    string Intitule,
    TypeIndicateur Type,
    CategorieIndicateur? Categorie,
    string? Unite,
    decimal? ValeurInitiale,
    decimal? Cible,
    string? Source,
    string? Responsable)
{
    public const int UniteLongueurMax = 40;

    internal DescriptionIndicateur Normaliser() => this with
    {
        Intitule = Texte.Obligatoire(Intitule, "indicateur", Limites.CourtMax),
        Unite = Texte.Facultatif(Unite, "unite", UniteLongueurMax),
        Source = Limites.CourtTexte(Source, "source"),
        Responsable = Limites.CourtTexte(Responsable, "responsable"),
    };
}

/// <summary>How one will know whether the action works.</summary>
public sealed class IndicateurFiche
{
    public const int Max = 50;

    internal IndicateurFiche() => Id = IndicateurFicheId.New();

    public IndicateurFicheId Id { get; private init; }

    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    public TypeIndicateur Type { get; private set; }

    public CategorieIndicateur? Categorie { get; private set; }

    public string? Unite { get; private set; }

    public decimal? ValeurInitiale { get; private set; }

    public decimal? Cible { get; private set; }

    public string? Source { get; private set; }

    public string? Responsable { get; private set; }

    public DescriptionIndicateur Decrit() => new(Intitule, Type, Categorie, Unite, ValeurInitiale, Cible, Source, Responsable);

    internal void Decrire(DescriptionIndicateur d, int rang)
    {
        Rang = rang;
        (Intitule, Type, Categorie, Unite) = (d.Intitule, d.Type, d.Categorie, d.Unite);
        (ValeurInitiale, Cible, Source, Responsable) = (d.ValeurInitiale, d.Cible, d.Source, d.Responsable);
    }

    public override string ToString() => string.Join(" | ", new[]
    {
        Intitule, Type.ToString(), Categorie?.ToString(), Unite, Montants.Texte(ValeurInitiale), Montants.Texte(Cible), Source, Responsable,
    }.Where(t => t is not null));
}
