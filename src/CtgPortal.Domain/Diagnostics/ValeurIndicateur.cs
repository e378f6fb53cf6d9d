using System.Globalization;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public enum EtatValeur
{
    Publiee,

    /// <summary>Too small to be shown: the source says « s », or it is below the threshold of the indicator.</summary>
    Secret,

    /// <summary>The source has no figure: « nd ».</summary>
    NonDisponible,
}

/// <summary>A figure or its acknowledged absence: never without its year, its place and its source.</summary>
public sealed record ValeurIndicateur
{
    public const int AnneeMin = 1960;
    public const int SourceLongueurMax = 200;
    public const int LicenceLongueurMax = 80;
    public const decimal Plafond = 9_999_999_999m;
    public const decimal ArrondiMax = 1_000_000m;

    /// <param name="valeur">A number when published, and only then.</param>
    /// <param name="anneeMax">The current year: a diagnostic does not look ahead.</param>
    /// <param name="licence">Under which the source may be reused: « Licence ouverte 2.0 ».</param>
    /// <param name="arrondi">The step to which the source rounds: 5 for the open data of the Caf.</param>
    /// <exception cref="BusinessRuleException">A year out of range, no source, or a number that does not go with the state.</exception>
    public ValeurIndicateur(
        int annee,
        TerritoireRef territoire,
        EtatValeur etat,
        decimal? valeur,
        string? source,
        int anneeMax,
        string? licence = null,
        decimal? arrondi = null)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(annee < AnneeMin || annee > anneeMax, "annee-invalide", $"L’année doit se situer entre {AnneeMin} et {anneeMax}."),
            .. When(etat == EtatValeur.Publiee && valeur is null, "valeur-absente", "Indiquez la valeur, ou dites qu’elle est secrète ou non disponible."),
            .. When(etat != EtatValeur.Publiee && valeur is not null, "valeur-en-trop", "Une valeur secrète ou non disponible n’a pas de nombre."),
            .. When(valeur is { } v && Math.Abs(v) > Plafond, "valeur-invalide", "Cette valeur n’est pas plausible."),
            .. When(arrondi is <= 0 or > ArrondiMax, "arrondi-invalide", "L’arrondi est un nombre positif : 5, 10, 100…"),
        ]);
        Annee = annee;
        // a copy: one territory named in two values is two rows
        Territoire = territoire with { };
        Etat = etat;
        Valeur = valeur;
        Source = Texte.Obligatoire(source, "source", SourceLongueurMax);
        Licence = Texte.Facultatif(licence, "licence", LicenceLongueurMax);
        Arrondi = arrondi;
    }

    private ValeurIndicateur()
    {
    }

    public int Annee { get; private init; }

    public TerritoireRef Territoire { get; private init; } = null!;

    public EtatValeur Etat { get; private init; }

    /// <summary>Null unless published.</summary>
    public decimal? Valeur { get; private init; }

    public string Source { get; private init; } = "";

    public string? Licence { get; private init; }

    /// <summary>The step to which the source rounds; null when it does not say.</summary>
    public decimal? Arrondi { get; private init; }

    public override string ToString()
    {
        var chiffre = Etat switch
        {
            EtatValeur.Publiee => Valeur!.Value.ToString("0.####", CultureInfo.InvariantCulture),
            EtatValeur.Secret => "secret",
            _ => "non disponible",
        };
        return $"{chiffre} ({Territoire.Nom}, {Annee.ToString(CultureInfo.InvariantCulture)}, {Source})";
    }

    /// <summary>A count too small to be kept becomes secret: the number is forgotten, even by the journal.</summary>
    internal ValeurIndicateur SousSeuil(int? seuil) =>
        Valeur > 0 && Valeur < seuil ? Cacher() : this;

    internal ValeurIndicateur Cacher() => this with { Etat = EtatValeur.Secret, Valeur = null, Territoire = Territoire with { } };

    /// <param name="territoire"><see cref="TerritoireRef.Cle"/>.</param>
    internal bool MemeCase(int annee, string territoire) => Annee == annee && Territoire.Cle == territoire;
}
