using CtgPortal.Application.Salles;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>One contribution of the board, or the model that the script copies.</summary>
/// <param name="Adresse">Of the page that takes the gestures.</param>
/// <param name="Fige">Nothing moves while points are given.</param>
/// <param name="PlusHaut">The place one above, as a form says it; null for the first of its column.</param>
/// <param name="PlusBas">The place one below; null for the last.</param>
public sealed record CarteVue(
    ContributionVue Contribution, IReadOnlyList<GroupeVu> Groupes, string Adresse, bool Fige, string? PlusHaut = null, string? PlusBas = null);

/// <param name="Groupe">Null for the column of what is in no group.</param>
public sealed record ColonneVue(GroupeVu? Groupe, IReadOnlyList<ContributionVue> Contributions, IReadOnlyList<GroupeVu> Groupes, string Adresse, bool Fige, int? Points);
