namespace CtgPortal.Domain.Territoires;

/// <param name="DisparuDepuis">Year of the first millésime without it; the row stays because conventions may point to it.</param>
public sealed record Region(string Code, string Nom, int? DisparuDepuis = null)
{
    public const int CodeLongueurMax = 3;
}

public sealed record Departement(string Code, string Nom, string RegionCode, int? DisparuDepuis = null)
{
    public const int CodeLongueurMax = 3;
}

/// <summary>A commune of today. Communes déléguées and associées have no mayor of full right and no SIREN: they cannot hold a convention.</summary>
/// <param name="Insee">Five characters, such as <c>2A004</c>.</param>
/// <param name="Siren">Null in the overseas collectivities, which the source does not number.</param>
/// <param name="Population">Municipal population; null where nobody lives.</param>
/// <param name="CafCode">Null where the branche Famille is served by another body than a Caf.</param>
public sealed record Commune(
    string Insee, string? Siren, string Nom, string DepartementCode, int? Population, string? CafCode, int? DisparuDepuis = null)
{
    public const int InseeLongueur = 5;
    public const int NomLongueurMax = 200;
}

/// <summary>Codes of the DGCL: communauté de communes, d’agglomération, urbaine, métropole, métropole de Lyon.</summary>
public enum TypeEpci
{
    CC,
    CA,
    CU,
    METRO,
    MET69,
}

/// <param name="DepartementCode">Where most of its inhabitants live, which is where its seat is.</param>
/// <param name="CafCode">The Caf of most of its inhabitants: a proposal, a convention may name another one.</param>
public sealed record Epci(
    string Siren,
    string Nom,
    TypeEpci Type,
    int PopulationTotale,
    int PopulationMunicipale,
    string DepartementCode,
    string? CafCode,
    int? DisparuDepuis = null)
{
    public const int SirenLongueur = 9;
    public const int NomLongueurMax = 200;
}

public sealed record AppartenanceEpci(string EpciSiren, string CommuneInsee);

/// <summary>Which edition of a source the reference data come from.</summary>
/// <param name="Empreinte">SHA-256 of the files read: the same files are not loaded twice.</param>
public sealed record Millesime(string Source, int Annee, string Version, string Licence, string Empreinte, DateTimeOffset ChargeLe);
