using CtgPortal.Application.Plans;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>What the tools that move one element need: « Monter », « Descendre », « Déplacer ».</summary>
/// <param name="Quoi">As <see cref="Deplacement.Quoi"/>.</param>
/// <param name="Dans">The branch it stands in, as <c>MotsDuPlan.Places</c> writes it; empty for an axe.</param>
/// <param name="Rang">From 1, among <paramref name="Nombre"/> siblings.</param>
/// <param name="Intitule">Named for screen readers.</param>
public sealed record DeplacerBoutons(Guid Convention, string Quoi, Guid Element, string Dans, int Revision, int Rang, int Nombre, string Intitule);

/// <summary>How the tree is shown: who may move it, and whether the stage speaks of progress.</summary>
/// <param name="PeutModifier">By role and by stage.</param>
/// <param name="PeutRanger">Ranks have a meaning: the person may change the plan and no fiche is filtered out.</param>
public sealed record ArbreAffiche(Guid Convention, ArbrePlan Plan, bool PeutModifier, bool PeutRanger, bool EnSuivi);

/// <summary>The fiches of one branch of the tree.</summary>
/// <param name="Place">As <c>MotsDuPlan.Places</c> writes it.</param>
public sealed record FichesDeBranche(ArbreAffiche Arbre, IReadOnlyList<FicheDuPlan> Fiches, string Place);

/// <summary>One orientation and what it holds.</summary>
/// <param name="Mere">Place of the parent.</param>
public sealed record BrancheAffichee(ArbreAffiche Arbre, AxeDuPlan Axe, BrancheDuPlan Branche, string Mere, int Profondeur, int Soeurs);
