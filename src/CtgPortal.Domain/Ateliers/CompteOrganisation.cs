namespace CtgPortal.Domain.Ateliers;

/// <summary>How many people of one organisation were invited, expected and there.</summary>
public sealed record CompteOrganisation(string Organisation, int Invitees, int Attendues, int Presentes)
{
    internal static CompteOrganisation De(PersonneAtelier personne) => new(
        personne.Organisation, personne.Invitee ? 1 : 0, personne.EstAttendue ? 1 : 0, personne.Presente ? 1 : 0);

    /// <summary>One line per organisation, whatever the case it was typed in.</summary>
    internal static IReadOnlyList<CompteOrganisation> Reunir(IEnumerable<CompteOrganisation> comptes) =>
    [
        .. comptes.GroupBy(c => c.Organisation, StringComparer.OrdinalIgnoreCase).Select(g =>
            new CompteOrganisation(g.First().Organisation, g.Sum(c => c.Invitees), g.Sum(c => c.Attendues), g.Sum(c => c.Presentes))),
    ];
}

/// <summary>One organisation, before and in the room: from the persons listed and from the headcounts without names.</summary>
/// <param name="Presentes">Null when it came and nobody counted.</param>
/// <param name="EstVenue">Somebody of it was there.</param>
public sealed record LigneBilan(string Organisation, int Invitees, int Attendues, int? Presentes, bool EstVenue);

public static class BilanPresence
{
    /// <param name="assistance">Null when nobody was ever listed.</param>
    public static IReadOnlyList<LigneBilan> De(IReadOnlyList<OrganisationPresente> organisations, Assistance? assistance)
    {
        var comptes = assistance is null
            ? []
            : CompteOrganisation.Reunir([.. assistance.Comptes, .. assistance.Personnes.Select(CompteOrganisation.De)]);
        var noms = comptes.Select(c => c.Organisation).Concat(organisations.Select(o => o.Nom)).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. noms.Select(Ligne)];

        LigneBilan Ligne(string nom)
        {
            var compte = comptes.FirstOrDefault(c => Est(c.Organisation, nom)) ?? new(nom, 0, 0, 0);
            var notee = organisations.FirstOrDefault(o => Est(o.Nom, nom));

            // a headcount and names may overlap: the larger of the two, never their sum
            var nombre = Math.Max(notee?.Nombre ?? 0, compte.Presentes);
            var venue = notee is not null || nombre > 0;
            return new(nom, compte.Invitees, compte.Attendues, venue && nombre == 0 ? null : nombre, venue);
        }
    }

    private static bool Est(string nom, string autre) => string.Equals(nom, autre, StringComparison.OrdinalIgnoreCase);
}
