using CtgPortal.Application.Salles;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>One contribution of the board, or the model that the script copies.</summary>
/// <param name="Adresse">Of the page that takes the gestures.</param>
/// <param name="Fige">Nothing moves while points are given.</param>
public sealed record CarteVue(ContributionVue Contribution, IReadOnlyList<GroupeVu> Groupes, string Adresse, bool Fige);

/// <param name="Groupe">Null for the column of what is in no group.</param>
public sealed record ColonneVue(GroupeVu? Groupe, IReadOnlyList<ContributionVue> Contributions, IReadOnlyList<GroupeVu> Groupes, string Adresse, bool Fige, int? Points);
