using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Commentaires;

public enum NatureCible
{
    /// <summary>A fiche, or one of its fields.</summary>
    Fiche,

    /// <summary>An article, or one of the fixed parts of the text.</summary>
    Passage,

    /// <summary>An annexe, known by its title.</summary>
    Annexe,
}

/// <summary>What a comment is about.</summary>
/// <param name="Fiche">For a fiche only.</param>
/// <param name="Cle">Key of the part of the text, or title of the annexe; null for a fiche.</param>
/// <param name="Champ">Code of <see cref="ChampsFiche"/>; null for the whole.</param>
public sealed record CibleCommentaire(NatureCible Nature, FicheActionId? Fiche, string? Cle, string? Champ)
{
    public const int CleLongueurMax = 300;
    public const int ChampLongueurMax = 60;

    public static CibleCommentaire Sur(FicheActionId fiche, string? champ = null) => new(NatureCible.Fiche, fiche, null, champ);

    public static CibleCommentaire SurPassage(string cle) => new(NatureCible.Passage, null, cle, null);

    public static CibleCommentaire SurAnnexe(string titre) => new(NatureCible.Annexe, null, titre, null);

    /// <summary>Whether its words can no longer change at this stage: what is said of it is a remark.</summary>
    public bool EstFigee(StatutConvention etape) =>
        Nature == NatureCible.Fiche ? !CycleDeVie.PlanModifiable(etape) : !CycleDeVie.TexteModifiable(etape);

    /// <exception cref="BusinessRuleException">It points to nothing that can be commented.</exception>
    internal void Exiger() => BusinessRuleException.ThrowIfAny(Conditions.When(
        Nature == NatureCible.Fiche
            ? Fiche is null || Cle is not null || (Champ is not null && ChampsFiche.Tous.All(c => c.Code != Champ))
            : Fiche is not null || string.IsNullOrEmpty(Cle) || Cle.Length > CleLongueurMax || Champ is not null,
        "cible-inconnue", "Ce commentaire ne porte sur rien de connu."));
}
