using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;

namespace CtgPortal.Application.Salles;

/// <summary>A step of the agenda, as the clock of the room takes it.</summary>
public sealed record EtapeSalle(int Numero, string Intitule, int Minutes, TimeOnly? Debut)
{
    /// <summary>What the clock says while this step runs; its number tells two breaks apart.</summary>
    public string Libelle
    {
        get
        {
            var entier = $"{Numero}. {Intitule}";
            return entier.Length <= Minuteur.LibelleLongueurMax ? entier : $"{entier[..(Minuteur.LibelleLongueurMax - 1)].TrimEnd()}…";
        }
    }
}

/// <summary>Where the room is in its agenda.</summary>
/// <param name="Courante">Index of the step the clock runs for; null when it runs for none.</param>
/// <param name="Suivante">Index of the step to start next; null after the last one, and without an agenda.</param>
public sealed record DerouleSalle(IReadOnlyList<EtapeSalle> Etapes, int? Courante, int? Suivante)
{
    /// <summary>Before any step has run: the one planned at this hour on the day of the workshop, else the first.</summary>
    internal static DerouleSalle De(IReadOnlyList<EtapeAgenda> agenda, DateOnly? jour, TimeOnly? debut, Minuteur? minuteur, DateTimeOffset maintenant)
    {
        var horaires = EtapeHoraire.Derouler(agenda, debut);
        List<EtapeSalle> etapes = [.. horaires.Select((h, i) => new EtapeSalle(i + 1, h.Etape.Intitule, h.Etape.Duree, h.Debut))];
        int? courante = minuteur is null ? null : Indice(etapes.FindIndex(e => e.Libelle == minuteur.Libelle));
        var suivante = courante is { } c ? c + 1 : 0;
        if (courante is null && debut is { } d && jour == maintenant.JourEnFrance())
        {
            var ecoulees = (maintenant.HeureEnFrance().ToTimeSpan() - d.ToTimeSpan()).TotalMinutes;
            suivante = Math.Max(0, horaires.Count(h => h.Depuis <= ecoulees) - 1);
        }

        return new(etapes, courante, suivante < etapes.Count ? suivante : null);
    }

    /// <summary>Whether the wall, which is read from afar, shows this step: the one before, the current one and what follows.</summary>
    public bool AuMur(int indice) => indice - (Courante ?? Suivante ?? 0) is >= -1 and <= 3;

    private static int? Indice(int trouve) => trouve < 0 ? null : trouve;
}
