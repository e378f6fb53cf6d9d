using CtgPortal.Application.Imports;

namespace CtgPortal.Web.Common;

/// <summary>What the reports of imports show alike.</summary>
public static class RapportsTableur
{
    public const int LignesMontrees = 300;

    public static (string Ton, string Icone) Signe(SuiteLigne suite) => suite switch
    {
        SuiteLigne.Nouvelle => ("succes", "plus-lg"),
        SuiteLigne.Modifiee => ("info", "pencil"),
        SuiteLigne.Doublon => ("attention", "files"),
        SuiteLigne.Ecartee => ("danger", "x-lg"),
        SuiteLigne.Branche => ("neutre", "diagram-2"),
        _ => ("neutre", "check-lg"),
    };

    /// <summary>Those that one has to look at first.</summary>
    public static IEnumerable<T> AMontrer<T>(IEnumerable<T> lignes)
        where T : LigneRapport =>
        lignes.OrderBy(l => l.Suite == SuiteLigne.Inchangee).ThenBy(l => l.Numero).Take(LignesMontrees);
}

/// <summary>The order to write what a report shows.</summary>
/// <param name="Ou">« dans le plan ».</param>
/// <param name="Note">What becomes of the rest.</param>
/// <param name="Adresse">Of the import.</param>
public sealed record AccordTableur(DepotTableur Import, RapportTableur Rapport, string Ou, string Note, string Adresse);
