using System.Globalization;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct IndicateurId(Guid Value) : IStronglyTypedId<IndicateurId>
{
    public static IndicateurId From(Guid value) => new(value);

    public static IndicateurId New() => new(Guid.CreateVersion7());
}

/// <summary>A figure followed over years and places; one value per year and geography.</summary>
public sealed class Indicateur
{
    public const int IntituleLongueurMax = 200;
    public const int UniteLongueurMax = 40;
    public const int ChampLongueurMax = 80;

    private readonly List<ValeurIndicateur> _valeurs = [];

    internal Indicateur(string champ, string intitule, string? unite, int rang)
    {
        Id = IndicateurId.New();
        Champ = Texte.Obligatoire(champ, "champ", ChampLongueurMax);
        Intitule = Texte.Obligatoire(intitule, "intitule", IntituleLongueurMax);
        Unite = Texte.Facultatif(unite, "unite", UniteLongueurMax);
        Rang = rang;
    }

    private Indicateur()
    {
    }

    public IndicateurId Id { get; private init; }

    public string Champ { get; private init; } = "";

    public string Intitule { get; private init; } = "";

    /// <summary>« % », « places », « € »; null for a bare count.</summary>
    public string? Unite { get; private init; }

    public int Rang { get; private init; }

    public IReadOnlyList<ValeurIndicateur> Valeurs => _valeurs;

    /// <returns>The value replaced, or null when there was none.</returns>
    internal ValeurIndicateur? Renseigner(ValeurIndicateur valeur)
    {
        var avant = _valeurs.Find(v => v.MemeCase(valeur.Annee, valeur.Territoire.Nom));
        if (avant is not null)
        {
            _valeurs.Remove(avant);
        }

        _valeurs.Add(valeur);
        return avant;
    }

    internal ValeurIndicateur RetirerValeur(int annee, string geographie)
    {
        var valeur = _valeurs.Find(v => v.MemeCase(annee, geographie))
            ?? throw new BusinessRuleException("valeur-inconnue", "Cette valeur n’existe plus.");
        _valeurs.Remove(valeur);
        return valeur;
    }
}

/// <summary>A published figure: never without its year, its place and its source.</summary>
public sealed record ValeurIndicateur
{
    public const int AnneeMin = 1960;
    public const int SourceLongueurMax = 200;

    /// <param name="anneeMax">The current year: a diagnostic does not look ahead.</param>
    /// <exception cref="BusinessRuleException">A year out of range, or no source.</exception>
    public ValeurIndicateur(int annee, TerritoireRef territoire, decimal valeur, string source, int anneeMax)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(annee < AnneeMin || annee > anneeMax, "annee-invalide", $"L’année doit se situer entre {AnneeMin} et {anneeMax}."),
            .. When(Math.Abs(valeur) > 9_999_999_999m, "valeur-invalide", "Cette valeur n’est pas plausible."),
        ]);
        Annee = annee;
        // a copy: one territory named in two values is two rows
        Territoire = territoire with { };
        Valeur = valeur;
        Source = Texte.Obligatoire(source, "source", SourceLongueurMax);
    }

    private ValeurIndicateur()
    {
    }

    public int Annee { get; private init; }

    public TerritoireRef Territoire { get; private init; } = null!;

    public decimal Valeur { get; private init; }

    public string Source { get; private init; } = "";

    internal bool MemeCase(int annee, string geographie) => Annee == annee && Territoire.Nom == geographie;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Valeur:0.####} ({Territoire.Nom}, {Annee}, {Source})");
}
