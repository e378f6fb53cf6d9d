using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>Where a line of a file lies, seen from the convention.</summary>
public enum Situation
{
    /// <summary>The territory of the convention, or one it is compared with.</summary>
    Retenue,

    /// <summary>A known territory that does not concern the convention.</summary>
    Ailleurs,

    /// <summary>Another kind of area: an iris, a bassin de vie, an arrondissement.</summary>
    AutreMaillage,

    Inconnue,

    Absente,
}

/// <summary>The places that a file may speak of.</summary>
/// <param name="Retenus">Those whose figures are kept.</param>
/// <param name="Codes">Every code of the reference data, by kind.</param>
public sealed record TerritoiresConnus(IReadOnlyList<TerritoireRef> Retenus, IReadOnlyDictionary<TypeTerritoire, IReadOnlySet<string>> Codes);

/// <summary>Finds the place that a line is about.</summary>
public sealed partial class Situeur
{
    /// <summary>France without its overseas départements: another area than France.</summary>
    private const string Metropole = "FM";

    private readonly TerritoiresConnus _connus;
    private readonly Dictionary<(TypeTerritoire Type, string Code), TerritoireRef> _parCode;
    private readonly Dictionary<string, TerritoireRef?> _parNom = [];
    private readonly Dictionary<string, TypeTerritoire?> _niveaux = [];

    public Situeur(TerritoiresConnus connus)
    {
        ArgumentNullException.ThrowIfNull(connus);
        _connus = connus;
        _parCode = connus.Retenus.Where(t => t.Code.Length > 0).GroupBy(t => (t.Type, t.Code)).ToDictionary(g => g.Key, g => g.First());
        foreach (var territoire in connus.Retenus)
        {
            // two places of one name cannot be told apart by it
            var nom = EnTete.Normaliser(territoire.Nom);
            _parNom[nom] = _parNom.ContainsKey(nom) ? null : territoire;
        }
    }

    /// <param name="role">What the column of the code says it holds.</param>
    /// <param name="niveau">Kind of area told by another column; null without one.</param>
    /// <param name="departement">For files that write a commune as three digits beside its département.</param>
    public Situation Situer(RoleColonne role, string cellule, string? niveau, string? departement, out TerritoireRef? territoire)
    {
        ArgumentNullException.ThrowIfNull(cellule);
        territoire = null;
        var code = cellule.Trim();
        if (code.Length == 0)
        {
            return Situation.Absente;
        }

        if (role == RoleColonne.NomTerritoire)
        {
            _parNom.TryGetValue(EnTete.Normaliser(code), out territoire);
            return territoire is null ? Situation.Ailleurs : Situation.Retenue;
        }

        TypeTerritoire? type = role switch
        {
            RoleColonne.CodeCommune => TypeTerritoire.Commune,
            RoleColonne.CodeEpci => TypeTerritoire.Epci,
            RoleColonne.CodeDepartement => TypeTerritoire.Departement,
            RoleColonne.CodeRegion => TypeTerritoire.Region,
            _ => null,
        };
        if (code.Equals(Metropole, StringComparison.OrdinalIgnoreCase))
        {
            return Situation.AutreMaillage;
        }

        if (niveau is not null)
        {
            type = _niveaux.TryGetValue(niveau, out var connu) ? connu : _niveaux[niveau] = TypeDuNiveau(niveau);
            if (type is null)
            {
                return Situation.AutreMaillage;
            }
        }

        (type, code) = Lire(type, code.ToUpperInvariant(), string.IsNullOrWhiteSpace(departement) ? null : departement);
        if (type is null)
        {
            return Situation.Inconnue;
        }

        if (_parCode.TryGetValue((type.Value, code), out territoire))
        {
            return Situation.Retenue;
        }

        return _connus.Codes.TryGetValue(type.Value, out var codes) && codes.Contains(code) ? Situation.Ailleurs : Situation.Inconnue;
    }

    /// <summary>The kind of territory and its code in full: a zero lost by a spreadsheet is given back.</summary>
    internal static (TypeTerritoire? Type, string Code) Lire(TypeTerritoire? type, string code, string? departement)
    {
        // « 2025-COM-02408 », « DEP-02 », « R32 »
        if (code.Length > 2 && Prefixe().Match(code) is { Success: true } prefixe)
        {
            type ??= TypeDuNiveau(prefixe.Groups["niveau"].Value);
            code = prefixe.Groups["code"].Value;
        }

        if (code is "F" or "FR" or "FRANCE" or "FE" or "FRANCE ENTIÈRE" or "FRANCE ENTIERE")
        {
            return type is null or TypeTerritoire.France ? (TypeTerritoire.France, "FR") : (null, code);
        }

        var chiffres = code.All(char.IsAsciiDigit);
        type ??= code.Length switch
        {
            9 when chiffres => TypeTerritoire.Epci,
            5 => TypeTerritoire.Commune,
            4 when chiffres => TypeTerritoire.Commune,
            1 or 2 or 3 => TypeTerritoire.Departement,
            _ => null,
        };
        code = type switch
        {
            TypeTerritoire.Commune when chiffres && code.Length <= 3 && departement is not null =>
                $"{Lire(TypeTerritoire.Departement, departement.Trim().ToUpperInvariant(), null).Code.PadLeft(2, '0')[..2]}{code.PadLeft(3, '0')}",
            TypeTerritoire.Commune when chiffres && code.Length == 4 => $"0{code}",
            TypeTerritoire.Departement or TypeTerritoire.Region when chiffres && code.Length == 1 => $"0{code}",
            TypeTerritoire.Departement when code.Length == 3 && code[0] == '0' => code[1..],
            TypeTerritoire.France => "FR",
            _ => code,
        };
        return (type, code);
    }

    private static TypeTerritoire? TypeDuNiveau(string niveau) => EnTete.Normaliser(niveau) switch
    {
        "com" or "commune" or "communes" => TypeTerritoire.Commune,
        "epci" or "intercommunalite" => TypeTerritoire.Epci,
        "dep" or "d" or "departement" or "dept" or "departements" => TypeTerritoire.Departement,
        "reg" or "r" or "region" or "regions" => TypeTerritoire.Region,
        "france" or "fr" or "f" or "nat" or "national" or "pays" or "fe" or "france entiere" => TypeTerritoire.France,
        _ => null,
    };

    [GeneratedRegex(@"^((19|20)\d\d-)?(?<niveau>COM|DEP|REG|EPCI|FRANCE|D|R)[-_ ]?(?<code>[0-9F][0-9A-Z]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefixe();
}
