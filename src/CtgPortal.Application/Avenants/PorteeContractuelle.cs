using System.Collections.Frozen;
using CtgPortal.Application.Versions;

namespace CtgPortal.Application.Avenants;

/// <summary>What binds the parties and what lives: the list of decision 0034, in one place.</summary>
internal static class PorteeContractuelle
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Engagent = new Dictionary<string, FrozenSet<string>>
    {
        ["cadre"] = ["intitule", "territoire", "caf", "debut", "fin", "champs", "titulaires"],
        ["partie"] = ["nom", "type"],
        ["commune"] = [],
        ["niveaux"] = ["niveaux"],
        ["axe"] = ["titre", "description"],
        ["orientation"] = ["titre", "description"],
        ["fiche"] = ["intitule", "imposee-par-la-caf", "objectif-general", "objectifs-operationnels", "descriptif", "cout-previsionnel"],
        ["equipement"] = ["nom", "type", "gestionnaire", "commune", "soutiens", "capacite", "mode-soutien", "bonus", "projet"],
    }.ToFrozenDictionary();

    /// <summary>One difference as the part that binds and the part that does not; null for an empty part.</summary>
    public static (DifferenceDossier? Engage, DifferenceDossier? Libre) Separer(DifferenceDossier difference)
    {
        if (!Engagent.TryGetValue(difference.Genre, out var champs))
        {
            return (null, difference);
        }

        if (difference.Nature != NatureDifference.Modification)
        {
            return (difference, null);
        }

        var engages = difference.Champs.Where(c => champs.Contains(c.Code) || EstUnFinancement(difference, c)).ToList();
        var change = difference.Deplacement is { } place && place.De != place.Vers;
        var libres = difference.Champs.Except(engages).ToList();
        return (
            engages.Count > 0 || change ? difference with { Champs = engages, Deplacement = change ? difference.Deplacement : null } : null,
            libres.Count > 0 || (difference.Deplacement is not null && !change) ? difference with { Champs = libres, Deplacement = change ? null : difference.Deplacement } : null);
    }

    private static bool EstUnFinancement(DifferenceDossier difference, ChampCompare champ) =>
        difference.Genre == "fiche" && champ.Code.StartsWith("prevu:", StringComparison.Ordinal);
}
