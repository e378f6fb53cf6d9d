using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>The form types one person at a time, under the names that the command gives to the lines of its list.</summary>
public sealed class ListeInput
{
    public List<PersonneInput> Personnes { get; set; } = [new()];

    internal IReadOnlyList<InscrirePersonnes.Saisie> VersSaisies() => [.. Personnes.Select(p => p.VersSaisie())];
}

/// <summary>One line: who is invited, or who has just come in.</summary>
public sealed class PersonneInput
{
    [Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "Nom")]
    public string? Nom { get; set; }

    [Display(Name = "Fonction")]
    public string? Fonction { get; set; }

    [Display(Name = "Courriel")]
    public string? Courriel { get; set; }

    internal InscrirePersonnes.Saisie VersSaisie() => new(Nom, Fonction, Organisation, Courriel);

    /// <summary>A pasted line: organisation, name and address in any place a separator leaves them; what holds an @ is the address.</summary>
    internal static InscrirePersonnes.Saisie DeLaLigne(string ligne)
    {
        var parts = ligne.Split([';', '\t'], StringSplitOptions.TrimEntries);
        var courriel = Array.Find(parts, p => p.Contains('@', StringComparison.Ordinal));
        var mots = parts.Where(p => p != courriel).ToList();
        return new(mots.ElementAtOrDefault(1), mots.ElementAtOrDefault(2), mots.ElementAtOrDefault(0), courriel);
    }
}
