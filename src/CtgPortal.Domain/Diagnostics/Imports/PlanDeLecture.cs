using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>What a column is, as far as figures are concerned.</summary>
public enum RoleColonne
{
    Ignorer,
    CodeCommune,
    CodeEpci,
    CodeDepartement,
    CodeRegion,

    /// <summary>Codes of several kinds in one column, told apart by their shape or by <see cref="Niveau"/>.</summary>
    CodeTerritoire,
    NomTerritoire,
    Niveau,
    Annee,

    /// <summary>The name of the indicator is in the cells.</summary>
    Indicateur,

    /// <summary>Part of what is counted: an age, a sex, a kind of family.</summary>
    Precision,
    Valeur,

    /// <summary>CONF_STATUS: whether the figure of the line is secret.</summary>
    Confidentialite,

    /// <summary>OBS_STATUS: whether the figure of the line is missing.</summary>
    Disponibilite,

    /// <summary>UNIT_MULT: the figure of the line is in tens, in thousands…</summary>
    Multiplicateur,
}

/// <param name="Index">From 0.</param>
/// <param name="Annee">Of the values of this column, when its name says it.</param>
public sealed record ColonneDuPlan(int Index, string Nom, RoleColonne Role, int? Annee = null);

/// <summary>What to make of each column, proposed by <see cref="ReconnaissanceColonnes"/> and confirmed by a person.</summary>
/// <param name="PremiereLigne">Number of the first line of figures, from 1.</param>
/// <param name="AnneeFixe">For a file that says no year.</param>
/// <param name="Mesure">What is counted, for a file that does not name it.</param>
/// <param name="Arrondi">The step to which the source rounds.</param>
public sealed record PlanDeLecture(
    IReadOnlyList<ColonneDuPlan> Colonnes,
    int PremiereLigne,
    int? AnneeFixe,
    string? Mesure,
    string? Source,
    string? Licence,
    decimal? Arrondi)
{
    public const int MesureLongueurMax = 150;

    private static readonly RoleColonne[] Codes =
        [RoleColonne.CodeTerritoire, RoleColonne.CodeCommune, RoleColonne.CodeEpci, RoleColonne.CodeDepartement, RoleColonne.CodeRegion];

    /// <summary>The column that says where: the finest code, or the names when there is no code.</summary>
    public ColonneDuPlan? Territoire =>
        Codes.Select(Premiere).FirstOrDefault(c => c is not null) ?? Premiere(RoleColonne.NomTerritoire);

    public IEnumerable<ColonneDuPlan> Valeurs => Colonnes.Where(c => c.Role == RoleColonne.Valeur);

    public ColonneDuPlan? Premiere(RoleColonne role) => Colonnes.FirstOrDefault(c => c.Role == role);

    /// <summary>The page shows this list; a reading is never begun with one of them.</summary>
    public IReadOnlyList<Obstacle> Obstacles(int anneeMax) =>
    [
        .. When(Territoire is null, "territoire-absent", "Dites quelle colonne donne le territoire : son code, ou son nom."),
        .. When(!Valeurs.Any(), "valeurs-absentes", "Dites quelles colonnes donnent les valeurs."),
        .. When(
            Premiere(RoleColonne.Annee) is null && AnneeFixe is null && Valeurs.Any(v => v.Annee is null),
            "annee-absente", "Dites quelle colonne donne l’année, ou indiquez l’année de tout le fichier."),
        .. When(
            AnneeFixe is < 1960 || AnneeFixe > anneeMax || Valeurs.Any(v => v.Annee is < 1960 || v.Annee > anneeMax),
            "annee-invalide", $"L’année doit se situer entre 1960 et {anneeMax}."),
        .. When(string.IsNullOrWhiteSpace(Source), "source-absente", "Citez la source des chiffres."),
    ];
}
