using CtgPortal.Application.Documents;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>The words of the choices in sheets, and the choices that words say.</summary>
public static class MotsEchange
{
    public static string De(Enum code) => code switch
    {
        PrioriteFiche x => Mots.De(x),
        NatureAction x => Mots.De(x),
        ParticipationHabitants x => Mots.De(x),
        NatureDepense x => Mots.De(x),
        TypeIndicateur x => Mots.De(x),
        CategorieIndicateur x => Mots.De(x),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This choice has no words in sheets."),
    };

    /// <param name="type">An enum, nullable or not.</param>
    public static IReadOnlyList<string> Choix(Type type) => [.. Codes(type).Select(De)];

    /// <summary>« élevée », « ELEVEE », « Priorité élevée »; null when it says none, or several.</summary>
    public static Enum? Lire(Type type, string texte)
    {
        var mot = EnTete.Normaliser(texte);
        var codes = Codes(type).ToList();
        if (codes.Find(c => EnTete.Normaliser(De(c)) == mot || EnTete.Normaliser(c.ToString()) == mot) is { } exact)
        {
            return exact;
        }

        return codes.FindAll(c => $" {mot} ".Contains($" {EnTete.Normaliser(De(c))} ", StringComparison.Ordinal) || Racine(c) is { } r && mot.Contains(r, StringComparison.Ordinal)) is [var seul]
            ? seul
            : null;
    }

    /// <returns>Null when it says neither.</returns>
    public static bool? OuiNon(string texte) => EnTete.Normaliser(texte) switch
    {
        "oui" or "o" or "x" or "1" or "vrai" or "true" or "yes" => true,
        "non" or "n" or "0" or "faux" or "false" or "no" => false,
        _ => null,
    };

    // how people shorten the choices
    private static string? Racine(Enum code) => code switch
    {
        PrioriteFiche.Elevee => "haute",
        NatureAction.AMaintenir => "maint",
        NatureAction.ADevelopper => "develop",
        NatureAction.Nouvelle => "nouve",
        NatureDepense.Fonctionnement => "fonct",
        NatureDepense.Investissement => "invest",
        TypeIndicateur.Quantitatif => "quanti",
        TypeIndicateur.Qualitatif => "quali",
        CategorieIndicateur.Realisation => "realisation",
        CategorieIndicateur.Resultat => "resultat",
        CategorieIndicateur.Impact => "impact",
        _ => null,
    };

    private static IEnumerable<Enum> Codes(Type type) => Enum.GetValues(Nullable.GetUnderlyingType(type) ?? type).Cast<Enum>();
}
