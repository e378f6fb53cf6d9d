using CtgPortal.Application.Plans;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>What the buttons « Monter » and « Descendre » of one element need.</summary>
/// <param name="Rang">From 1, among <paramref name="Nombre"/> siblings.</param>
/// <param name="Quoi">Named for screen readers.</param>
/// <param name="Champs">What tells the element apart in the form.</param>
public sealed record DeplacerBoutons(string Handler, int Revision, int Rang, int Nombre, string Quoi, params (string Nom, string Valeur)[] Champs);

/// <summary>The fiches of one branch of the tree.</summary>
/// <param name="Place">As <c>MotsDuPlan.Places</c> writes it.</param>
public sealed record FichesDeBranche(Guid Convention, ArbrePlan Plan, IReadOnlyList<FicheDuPlan> Fiches, string Place, bool PeutModifier, bool EnSuivi);

/// <summary>One orientation and what it holds.</summary>
public sealed record BrancheAffichee(
    Guid Convention, ArbrePlan Plan, AxeDuPlan Axe, BrancheDuPlan Branche, int Profondeur, int Soeurs, bool PeutModifier, bool EnSuivi);
