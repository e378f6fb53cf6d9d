using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(TypeTerritoire type) => type switch
    {
        TypeTerritoire.Commune => "Commune",
        TypeTerritoire.Epci => "Intercommunalité (EPCI)",
        TypeTerritoire.Departement => "Département",
        TypeTerritoire.Region => "Région",
        TypeTerritoire.France => "France",
        TypeTerritoire.Syndicat => "Syndicat",
        TypeTerritoire.Autre => "Autre territoire",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(TypeEpci type) => type switch
    {
        TypeEpci.CC => "Communauté de communes",
        TypeEpci.CA => "Communauté d’agglomération",
        TypeEpci.CU => "Communauté urbaine",
        TypeEpci.METRO => "Métropole",
        TypeEpci.MET69 => "Métropole de Lyon (collectivité à statut particulier)",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>What tells a territory from one of the same name: « Commune, département 02, 8 871 habitants ».</summary>
    internal static string Precision(ListerTerritoires.Row ligne)
    {
        string?[] parties =
        [
            De(ligne.Type),
            ligne.Departement is { } code && ligne.Type != TypeTerritoire.Departement ? $"département {code}" : null,
            ligne.Population is { } population ? Format.Pluriel(population, "habitant") : null,
        ];
        return string.Join(", ", parties.Where(p => p is not null));
    }
}
