using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>
/// The codes that Insee and the Cnaf write where people would write words. A short list, of what a diagnostic meets; a code that is not
/// in it is kept as it is.
/// </summary>
public static partial class CodesLus
{
    /// <summary>The total of a dimension.</summary>
    public const string Ensemble = "ensemble";

    private const string Partout = "";

    /// <summary>By column, because « 1 » is an employed person in one and a single mother in another.</summary>
    private static readonly Dictionary<(string Colonne, string Code), string> Mots = new()
    {
        [(Partout, "_T")] = Ensemble,
        [(Partout, "TOTAL")] = Ensemble,
        [(Partout, "_Z")] = "",
        [(Partout, "_O")] = "autres",
        [(Partout, "_U")] = "non précisé",
        [("sex", "F")] = "femmes",
        [("sex", "M")] = "hommes",
        [("rp measure", "POP")] = "population",
        [("rp measure", "DWELLINGS")] = "logements",
        [("popref measure", "PMUN")] = "population municipale",
        [("popref measure", "PCAP")] = "population comptée à part",
        [("popref measure", "PTOT")] = "population totale",
        [("ec measure", "LVB")] = "naissances",
        [("bpe measure", "FACILITIES")] = "équipements",
        [("filosofi measure", "MED_SL")] = "niveau de vie médian",
        [("filosofi measure", "PR_MD60")] = "taux de pauvreté au seuil de 60 %",
        [("filosofi measure", "D1_SL")] = "1er décile du niveau de vie",
        [("filosofi measure", "D9_SL")] = "9e décile du niveau de vie",
        [("filosofi measure", "IR_D9_D1_SL")] = "rapport interdécile du niveau de vie",
        [("filosofi measure", "GI_SL")] = "indice de Gini du niveau de vie",
        [("empsta enq", "1")] = "actifs ayant un emploi",
        [("empsta enq", "2")] = "chômeurs",
        [("empsta enq", "31")] = "retraités",
        [("empsta enq", "33")] = "élèves et étudiants",
        [("empsta enq", "35")] = "au foyer",
        [("empsta enq", "36")] = "autres inactifs",
    };

    /// <summary>Columns of figures of data.caf.fr, without the year nor the kind of territory they may end with.</summary>
    private static readonly Dictionary<string, string> Colonnes = new()
    {
        ["indfoy ndur"] = "Foyers allocataires",
        ["nombre foyers ndur"] = "Foyers allocataires",
        ["indnbp ndur"] = "Personnes couvertes",
        ["nombre personnes ndur"] = "Personnes couvertes",
        ["indfoy rsa"] = "Foyers allocataires du RSA",
        ["nombre foyers rsa"] = "Foyers allocataires du RSA",
        ["indnbp rsa"] = "Personnes couvertes par le RSA",
        ["indmtt rsa"] = "Montant du RSA versé dans le mois",
        ["indfoy ppa"] = "Foyers allocataires de la prime d’activité",
        ["indnbp ppa"] = "Personnes couvertes par la prime d’activité",
        ["indmtt ppa"] = "Montant de la prime d’activité versé dans le mois",
        ["indfoy ndural"] = "Foyers allocataires d’une aide au logement",
        ["indfoy af"] = "Foyers allocataires des allocations familiales",
        ["indfoy asf"] = "Foyers allocataires de l’allocation de soutien familial",
        ["indfoy ndurpaje"] = "Foyers allocataires de la Paje",
        ["txcouv"] = "Taux de couverture de l’accueil du jeune enfant",
        ["txcouv eaje"] = "Taux de couverture, accueil collectif",
        ["txcouv psu col"] = "Taux de couverture, EAJE en PSU",
        ["txcouv hors psu col"] = "Taux de couverture, EAJE hors PSU",
        ["txcouv prescol"] = "Taux de couverture, école avant 3 ans",
        ["txcouv ind"] = "Taux de couverture, accueil individuel",
        ["txcouv am ind"] = "Taux de couverture, assistants maternels",
        ["txcouv gad ind"] = "Taux de couverture, garde à domicile",
        ["tot offre"] = "Places d’accueil du jeune enfant",
        ["pl eaje"] = "Places, accueil collectif",
        ["pl psu col"] = "Places, EAJE en PSU",
        ["pl hors psu col"] = "Places, EAJE hors PSU",
        ["pl prescol"] = "Places, école avant 3 ans",
        ["pl am ind"] = "Places, assistants maternels",
        ["pl gad ind"] = "Places, garde à domicile",
    };

    /// <summary>Columns of figures of the wide files of Insee, without their year.</summary>
    private static readonly Dictionary<string, string> ColonnesInsee = new()
    {
        ["p pop"] = "Population",
        ["c men"] = "Ménages",
        ["c fam"] = "Familles",
        ["c fammono"] = "Familles monoparentales",
        ["p log"] = "Logements",
        ["p rp"] = "Résidences principales",
        ["p logvac"] = "Logements vacants",
        ["naisd"] = "Naissances",
        ["decesd"] = "Décès",
        ["med"] = "Niveau de vie médian",
        ["tp60"] = "Taux de pauvreté",
        ["nbmenfisc"] = "Ménages fiscaux",
        ["nbpersmenfisc"] = "Personnes des ménages fiscaux",
        ["pimp"] = "Part des ménages fiscaux imposés",
    };

    /// <summary>What a cell that tells lines apart says, in words: « Y_LT15 » is « moins de 15 ans ».</summary>
    public static string Precision(string colonne, string cellule)
    {
        var code = cellule.Trim();
        return Mots.TryGetValue((EnTete.Normaliser(colonne), code), out var mot) || Mots.TryGetValue((Partout, code), out mot) ? mot
            : Age().Match(code) is { Success: true } age ? Tranche(age)
            : code;
    }

    /// <summary>What a column of figures counts, in words when it is one that we know.</summary>
    public static string Mesure(string colonne) =>
        ColonnesInsee.GetValueOrDefault(EnTete.Normaliser(colonne)) ?? Colonnes.GetValueOrDefault(Maille().Replace(EnTete.Normaliser(colonne), ""), colonne);

    /// <summary>Whether its name is one of data.caf.fr.</summary>
    public static bool EstDeLaCaf(string colonne) => Colonnes.ContainsKey(Maille().Replace(EnTete.Normaliser(colonne), ""));

    /// <summary>Places and coverage rates of data.caf.fr, which are not rounded as its counts of households are.</summary>
    public static bool EstUneOffreDAccueil(string colonne) => EstDeLaCaf(colonne) && Offre().IsMatch(EnTete.Normaliser(colonne));

    private static string Tranche(Match age)
    {
        if (age.Groups["moins"] is { Success: true } moins)
        {
            return $"moins de {Ans(moins.Value)}";
        }

        if (age.Groups["plus"] is { Success: true } plus)
        {
            return $"{Ans(plus.Value)} ou plus";
        }

        return age.Groups["a"] is { Success: true } fin ? $"{age.Groups["de"].Value} à {Ans(fin.Value)}" : Ans(age.Groups["de"].Value);
    }

    private static string Ans(string nombre) => nombre is "0" or "1" ? $"{nombre} an" : $"{nombre} ans";

    [GeneratedRegex(@"^Y(_LT(?<moins>\d{1,3})|_GE(?<plus>\d{1,3})|(?<de>\d{1,3})(T(?<a>\d{1,3}))?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Age();

    [GeneratedRegex(@"^(txcouv|pl|tot)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Offre();

    [GeneratedRegex(" (com|epci|dep|reg|nat)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Maille();
}
