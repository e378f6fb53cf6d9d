using System.Globalization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>Amounts as the journal writes them, whatever number of decimals the database gave back.</summary>
internal static class Montants
{
    public static string? Texte(decimal? valeur) => valeur?.ToString("0.####", CultureInfo.InvariantCulture);
}

public readonly record struct OperationId(Guid Value) : IStronglyTypedId<OperationId>
{
    public static OperationId From(Guid value) => new(value);

    public static OperationId New() => new(Guid.CreateVersion7());
}

/// <param name="Calendrier">In words: « printemps 2027 ».</param>
/// <param name="Echeance">The day by which it is done.</param>
public sealed record DescriptionOperation(
    string Intitule, string? Pilote, string? Public, decimal? Budget, string? Calendrier, string? Indicateurs, DateOnly? Echeance = null)
{
    public override string ToString() =>
        string.Join(" | ", new[] { Intitule, Pilote, Public, Montants.Texte(Budget), Calendrier, Indicateurs, ChampsFiche.Texte(Echeance) }.Where(t => t is not null));

    internal DescriptionOperation Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Budget is < 0 or > Financement.MontantMax, "budget-invalide", "Le budget n’est pas plausible."),
            .. When(Echeance is { Year: < Financement.AnneeMin or > Financement.AnneeMax }, "date-invalide", "Cette date n’est pas plausible."),
        ]);
        return new(
            Texte.Obligatoire(Intitule, "operation", Limites.CourtMax),
            Limites.CourtTexte(Pilote, "pilote"),
            Limites.CourtTexte(Public, "public"),
            Budget,
            Limites.CourtTexte(Calendrier, "calendrier"),
            Texte.Facultatif(Indicateurs, "indicateurs", Operation.IndicateursLongueurMax),
            Echeance);
    }
}

/// <summary>A step of a fiche with its own pilot, public, budget and indicators.</summary>
public sealed class Operation
{
    public const int Max = 50;
    public const int IndicateursLongueurMax = 2_000;

    internal Operation(OperationId id) => Id = id;

    private Operation()
    {
    }

    public static GenreDeLigne<LigneOperation> Genre { get; } = new(
        o => o.Id.Value.ToString(), o => o.Description.Intitule, _ => true,
        [
            Colonne("intitule", NatureChamp.TexteCourt, d => d.Intitule, (d, de) => d with { Intitule = de.Intitule }),
            Colonne("pilote", NatureChamp.TexteCourt, d => d.Pilote, (d, de) => d with { Pilote = de.Pilote }),
            Colonne("public", NatureChamp.TexteCourt, d => d.Public, (d, de) => d with { Public = de.Public }),
            Colonne("budget", NatureChamp.Montant, d => d.Budget, (d, de) => d with { Budget = de.Budget }),
            Colonne("calendrier", NatureChamp.TexteCourt, d => d.Calendrier, (d, de) => d with { Calendrier = de.Calendrier }),
            Colonne("echeance", NatureChamp.Date, d => d.Echeance, (d, de) => d with { Echeance = de.Echeance }),
            Colonne("indicateurs", NatureChamp.TexteLong, d => d.Indicateurs, (d, de) => d with { Indicateurs = de.Indicateurs }),
        ]);

    public OperationId Id { get; private init; }

    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    public string? Pilote { get; private set; }

    public string? Public { get; private set; }

    public decimal? Budget { get; private set; }

    public string? Calendrier { get; private set; }

    public DateOnly? Echeance { get; private set; }

    public string? Indicateurs { get; private set; }

    public DescriptionOperation Decrit() => new(Intitule, Pilote, Public, Budget, Calendrier, Indicateurs, Echeance);

    internal void Decrire(DescriptionOperation d, int rang)
    {
        Rang = rang;
        (Intitule, Pilote, Public, Budget) = (d.Intitule, d.Pilote, d.Public, d.Budget);
        (Calendrier, Echeance, Indicateurs) = (d.Calendrier, d.Echeance, d.Indicateurs);
    }

    private static ColonneLigne<LigneOperation> Colonne(
        string code, NatureChamp nature, Func<DescriptionOperation, object?> lire, Func<DescriptionOperation, DescriptionOperation, DescriptionOperation> copier) =>
        new(code, nature, o => lire(o.Description), (vers, de) => vers with { Description = copier(vers.Description, de.Description) });
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

    public static GenreDeLigne<Financement> Genre { get; } = new(
        f => f.Cle, f => string.Create(CultureInfo.InvariantCulture, $"{f.Financeur} {f.Annee} {f.Nature}"), f => f.Prevu is not null || f.Realise is not null,
        [
            new("prevu", NatureChamp.Montant, f => f.Prevu, (vers, de) => vers with { Prevu = de.Prevu }),
            new("realise", NatureChamp.Montant, f => f.Realise, (vers, de) => vers with { Realise = de.Realise }),
        ]);

    public string Financeur { get; private init; } = "";

    public int Annee { get; private init; }

    public NatureDepense Nature { get; private init; }

    public decimal? Prevu { get; private init; }

    public decimal? Realise { get; private init; }

    /// <summary>One line per funder, year and nature: the same name in other capitals is the same funder.</summary>
    internal string Cle => string.Create(CultureInfo.InvariantCulture, $"{Financeur.ToUpperInvariant()}|{Annee}|{Nature}");

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
/// <param name="SituationInitiale">In words, for what is not counted.</param>
/// <param name="SituationVisee">In words, for what is not counted.</param>
public sealed record DescriptionIndicateur(
    string Intitule,
    TypeIndicateur Type,
    CategorieIndicateur? Categorie,
    string? Unite,
    decimal? ValeurInitiale,
    decimal? Cible,
    string? Source,
    string? Responsable,
    string? SituationInitiale = null,
    string? SituationVisee = null)
{
    public const int UniteLongueurMax = 40;

    public override string ToString() => string.Join(" | ", new[]
    {
        Intitule, Type.ToString(), Categorie?.ToString(), Unite, Montants.Texte(ValeurInitiale), Montants.Texte(Cible), SituationInitiale, SituationVisee, Source, Responsable,
    }.Where(t => t is not null));

    internal DescriptionIndicateur Normaliser() => this with
    {
        Intitule = Texte.Obligatoire(Intitule, "indicateur", Limites.CourtMax),
        Unite = Texte.Facultatif(Unite, "unite", UniteLongueurMax),
        SituationInitiale = Limites.CourtTexte(SituationInitiale, "situation-initiale"),
        SituationVisee = Limites.CourtTexte(SituationVisee, "situation-visee"),
        Source = Limites.CourtTexte(Source, "source"),
        Responsable = Limites.CourtTexte(Responsable, "responsable"),
    };
}

/// <summary>How one will know whether the action works.</summary>
public sealed class IndicateurFiche
{
    public const int Max = 50;

    internal IndicateurFiche(IndicateurFicheId id) => Id = id;

    private IndicateurFiche()
    {
    }

    public static GenreDeLigne<LigneIndicateur> Genre { get; } = new(
        i => i.Id.Value.ToString(), i => i.Description.Intitule, _ => true,
        [
            Colonne("intitule", NatureChamp.TexteCourt, d => d.Intitule, (d, de) => d with { Intitule = de.Intitule }),
            Colonne("type", NatureChamp.Choix, d => d.Type, (d, de) => d with { Type = de.Type }),
            Colonne("categorie", NatureChamp.Choix, d => d.Categorie, (d, de) => d with { Categorie = de.Categorie }),
            Colonne("unite", NatureChamp.TexteCourt, d => d.Unite, (d, de) => d with { Unite = de.Unite }),
            Colonne("valeur-initiale", NatureChamp.Nombre, d => d.ValeurInitiale, (d, de) => d with { ValeurInitiale = de.ValeurInitiale }),
            Colonne("cible", NatureChamp.Nombre, d => d.Cible, (d, de) => d with { Cible = de.Cible }),
            Colonne("situation-initiale", NatureChamp.TexteCourt, d => d.SituationInitiale, (d, de) => d with { SituationInitiale = de.SituationInitiale }),
            Colonne("situation-visee", NatureChamp.TexteCourt, d => d.SituationVisee, (d, de) => d with { SituationVisee = de.SituationVisee }),
            Colonne("source", NatureChamp.TexteCourt, d => d.Source, (d, de) => d with { Source = de.Source }),
            Colonne("responsable", NatureChamp.TexteCourt, d => d.Responsable, (d, de) => d with { Responsable = de.Responsable }),
        ]);

    public IndicateurFicheId Id { get; private init; }

    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    public TypeIndicateur Type { get; private set; }

    public CategorieIndicateur? Categorie { get; private set; }

    public string? Unite { get; private set; }

    public decimal? ValeurInitiale { get; private set; }

    public decimal? Cible { get; private set; }

    public string? SituationInitiale { get; private set; }

    public string? SituationVisee { get; private set; }

    public string? Source { get; private set; }

    public string? Responsable { get; private set; }

    public DescriptionIndicateur Decrit() => new(Intitule, Type, Categorie, Unite, ValeurInitiale, Cible, Source, Responsable, SituationInitiale, SituationVisee);

    internal void Decrire(DescriptionIndicateur d, int rang)
    {
        Rang = rang;
        (Intitule, Type, Categorie, Unite) = (d.Intitule, d.Type, d.Categorie, d.Unite);
        (ValeurInitiale, Cible, SituationInitiale, SituationVisee) = (d.ValeurInitiale, d.Cible, d.SituationInitiale, d.SituationVisee);
        (Source, Responsable) = (d.Source, d.Responsable);
    }

    private static ColonneLigne<LigneIndicateur> Colonne(
        string code, NatureChamp nature, Func<DescriptionIndicateur, object?> lire, Func<DescriptionIndicateur, DescriptionIndicateur, DescriptionIndicateur> copier) =>
        new(code, nature, i => lire(i.Description), (vers, de) => vers with { Description = copier(vers.Description, de.Description) });
}
