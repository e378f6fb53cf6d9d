using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>
/// The tree of a plan d’actions: its labels, its axes and orientations, and the place of each fiche.
/// Places live here and not on the fiches, so that two people who move things are told apart by one revision,
/// and an axe cannot vanish under a fiche.
/// </summary>
public sealed partial class Plan : AggregateRoot
{
    private readonly List<Axe> _axes = [];
    private readonly List<Orientation> _orientations = [];
    private readonly List<Emplacement> _emplacements = [];

    private Plan()
    {
    }

    /// <summary>One plan per convention: it bears its id.</summary>
    public ConventionId ConventionId { get; private init; }

    /// <summary>Two to four labels in the territory’s own words, from « Axe » down to « Fiche action ».</summary>
    public IReadOnlyList<string> Niveaux { get; private set; } = NiveauxPlan.Usuels;

    public Numerotation Numerotation { get; private set; } = Numerotation.Continue;

    public IReadOnlyList<Axe> Axes => [.. _axes.OrderBy(a => a.Rang)];

    public IReadOnlyList<Orientation> Orientations => [.. _orientations.OrderBy(o => o.Rang)];

    public IReadOnlyList<Emplacement> Emplacements => [.. _emplacements.OrderBy(e => e.Rang)];

    /// <summary>How many levels of orientations stand between an axe and a fiche: 0 to 2.</summary>
    public int ProfondeurOrientations => Niveaux.Count - 2;

    public static Plan Commencer(ConventionId convention, DateTimeOffset now)
    {
        var plan = new Plan { ConventionId = convention };
        plan.Record(new PlanCommence(convention, now));
        return plan;
    }

    /// <summary>Sets the labels and the numbering. Levels in use cannot be removed.</summary>
    /// <exception cref="BusinessRuleException">Frozen, fewer than 2 or more than 4 labels, or orientations deeper than the new depth.</exception>
    public void DefinirNiveaux(IReadOnlyList<string> niveaux, Numerotation numerotation, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var labels = NiveauxPlan.Normaliser(niveaux);
        var profondeur = _orientations.Count == 0 ? 0 : _orientations.Max(Profondeur);
        BusinessRuleException.ThrowIfAny(When(
            labels.Count - 2 < profondeur, "niveau-utilise", "Le plan contient des éléments au niveau que vous retirez : supprimez-les d’abord."));
        var comparaison = new Comparaison().Noter("niveaux", Niveaux, labels).Noter("numerotation", Numerotation, numerotation);
        if (!comparaison.EstVide)
        {
            (Niveaux, Numerotation) = (labels, numerotation);
            Record(new NiveauxDefinis(ConventionId, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">Frozen, no title, or a colour outside the accessible set.</exception>
    public AxeId AjouterAxe(string intitule, CouleurAxe? couleur, string? icone, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var suivante = (CouleurAxe)(_axes.Count % Enum.GetValues<CouleurAxe>().Length);
        var axe = new Axe(intitule, couleur ?? suivante, icone, _axes.Count + 1);
        _axes.Add(axe);
        Record(new AxeAjoute(ConventionId, axe.Id, axe.Intitule, now));
        return axe.Id;
    }

    /// <exception cref="BusinessRuleException">Frozen, unknown, or no title.</exception>
    public void ModifierAxe(AxeId id, string intitule, CouleurAxe couleur, string? icone, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var axe = TrouverAxe(id);
        var (avantIntitule, avantCouleur, avantIcone) = (axe.Intitule, axe.Couleur, axe.Icone);
        axe.Decrire(intitule, couleur, icone);
        var comparaison = new Comparaison()
            .Noter("intitule", avantIntitule, axe.Intitule).Noter("couleur", avantCouleur, axe.Couleur).Noter("icone", avantIcone, axe.Icone);
        if (!comparaison.EstVide)
        {
            Record(new AxeModifie(ConventionId, id, axe.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">Frozen, unknown, or not empty.</exception>
    public void RetirerAxe(AxeId id, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var axe = TrouverAxe(id);
        BusinessRuleException.ThrowIfAny(When(
            _orientations.Exists(o => o.AxeId == id) || _emplacements.Exists(e => e.AxeId == id),
            "axe-non-vide", $"« {axe.Intitule} » n’est pas vide : déplacez ou supprimez d’abord ce qu’il contient."));
        _axes.Remove(axe);
        Renumeroter(_axes.OrderBy(a => a.Rang));
        Record(new AxeRetire(ConventionId, id, axe.Intitule, now));
    }

    /// <param name="parent">Null directly below the axe; an orientation for a third level.</param>
    /// <exception cref="BusinessRuleException">Frozen, unknown parent, or deeper than the labels allow.</exception>
    public OrientationId AjouterOrientation(AxeId axe, OrientationId? parent, string intitule, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        TrouverAxe(axe);
        var profondeur = parent is null ? 1 : Profondeur(TrouverOrientation(parent.Value)) + 1;
        BusinessRuleException.ThrowIfAny(
        [
            .. When(profondeur > ProfondeurOrientations, "niveau-absent", "Le plan n’a pas de niveau aussi profond : ajoutez d’abord un niveau."),
            .. When(parent is { } p && TrouverOrientation(p).AxeId != axe, "parent-etranger", "Ces deux parties du plan ne sont pas dans la même branche."),
        ]);
        var orientation = new Orientation(axe, parent, intitule, Soeurs(axe, parent).Count + 1);
        _orientations.Add(orientation);
        Record(new OrientationAjoutee(ConventionId, orientation.Id, orientation.Intitule, now));
        return orientation.Id;
    }

    /// <exception cref="BusinessRuleException">Frozen, unknown, or no title.</exception>
    public void ModifierOrientation(OrientationId id, string intitule, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var orientation = TrouverOrientation(id);
        var avant = orientation.Intitule;
        orientation.Renommer(intitule);
        var comparaison = new Comparaison().Noter("intitule", avant, orientation.Intitule);
        if (!comparaison.EstVide)
        {
            Record(new OrientationModifiee(ConventionId, id, orientation.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">Frozen, unknown, or not empty.</exception>
    public void RetirerOrientation(OrientationId id, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var orientation = TrouverOrientation(id);
        BusinessRuleException.ThrowIfAny(When(
            _orientations.Exists(o => o.ParentId == id) || _emplacements.Exists(e => e.OrientationId == id),
            "orientation-non-vide", $"« {orientation.Intitule} » n’est pas vide : déplacez ou supprimez d’abord ce qu’elle contient."));
        _orientations.Remove(orientation);
        Renumeroter(Soeurs(orientation.AxeId, orientation.ParentId));
        Record(new OrientationRetiree(ConventionId, id, orientation.Intitule, now));
    }

    /// <summary>Gives a new fiche its place, last of its branch.</summary>
    /// <param name="code">The one that the file it comes from gives it; null for the usual one.</param>
    /// <exception cref="BusinessRuleException">Frozen, unknown branch, already placed, or a code that another fiche bears.</exception>
    public void Placer(
        FicheActionId fiche, AxeId axe, OrientationId? orientation, StatutConvention etape, DateTimeOffset now, string? code = null)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        ExigerBranche(axe, orientation);
        var donne = Texte.Facultatif(code, "code", CodeFiche.LongueurMax);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(_emplacements.Exists(e => e.FicheActionId == fiche), "fiche-deja-placee", "Cette fiche a déjà sa place dans le plan."),
            .. When(donne is not null && _emplacements.Exists(e => CodeFiche.EstLeMeme(e.Code, donne)), "code-deja-pris", $"Une autre fiche porte déjà le code {donne}."),
        ]);
        _emplacements.Add(new Emplacement(fiche, axe, orientation, DansLaBranche(axe, orientation).Count + 1, donne));
        Record(new FichePlacee(ConventionId, fiche, now));
    }

    /// <summary>Takes a fiche out of the tree, before it is deleted.</summary>
    /// <exception cref="BusinessRuleException">Frozen or unknown.</exception>
    public void RetirerFiche(FicheActionId fiche, string intitule, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var emplacement = TrouverEmplacement(fiche);
        _emplacements.Remove(emplacement);
        Renumeroter(DansLaBranche(emplacement.AxeId, emplacement.OrientationId));
        Record(new FicheRetiree(ConventionId, fiche, intitule, now));
    }

    /// <summary>The printed number of every fiche, in the order of the plan: « 7 » when continuous, « 2.1.3 » when hierarchical. Never typed.</summary>
    public IReadOnlyList<FicheNumerotee> Numeroter() => NumerotationPlan.Numeroter(this).Fiches;

    /// <summary>The printed number of every orientation: « 2.1 ».</summary>
    public IReadOnlyDictionary<OrientationId, string> NumeroterOrientations() => NumerotationPlan.Numeroter(this).Orientations;

    private string NumeroDe(FicheActionId fiche) => Numeroter().Single(n => n.Fiche == fiche).Numero;

    private int Profondeur(Orientation orientation) =>
        orientation.ParentId is { } parent ? Profondeur(TrouverOrientation(parent)) + 1 : 1;

    private List<Orientation> Soeurs(AxeId axe, OrientationId? parent) =>
        [.. _orientations.Where(o => o.AxeId == axe && o.ParentId == parent).OrderBy(o => o.Rang)];

    private List<Emplacement> DansLaBranche(AxeId axe, OrientationId? orientation) =>
        [.. _emplacements.Where(e => e.AxeId == axe && e.OrientationId == orientation).OrderBy(e => e.Rang)];

    private void ExigerBranche(AxeId axe, OrientationId? orientation)
    {
        TrouverAxe(axe);
        BusinessRuleException.ThrowIfAny(When(
            orientation is { } o && TrouverOrientation(o).AxeId != axe, "branche-etrangere", "Ces deux parties du plan ne sont pas dans la même branche."));
    }

    private Axe TrouverAxe(AxeId id) =>
        _axes.Find(a => a.Id == id) ?? throw new BusinessRuleException("axe-inconnu", "Cette partie du plan n’existe plus.");

    private Orientation TrouverOrientation(OrientationId id) =>
        _orientations.Find(o => o.Id == id) ?? throw new BusinessRuleException("orientation-inconnue", "Cette partie du plan n’existe plus.");

    private Emplacement TrouverEmplacement(FicheActionId id) =>
        _emplacements.Find(e => e.FicheActionId == id) ?? throw new BusinessRuleException("fiche-inconnue", "Cette fiche n’est plus dans le plan.");

    /// <returns>False when the element already stood there.</returns>
    private static bool Ranger<T>(IEnumerable<T> fratrie, T element, int rang)
        where T : class, IRange
    {
        var ordre = fratrie.OrderBy(f => f.Rang).ToList();
        var avant = ordre.IndexOf(element);
        ordre.RemoveAt(avant);
        var apres = Math.Clamp(rang - 1, 0, ordre.Count);
        ordre.Insert(apres, element);
        Renumeroter(ordre);
        return avant != apres;
    }

    private static void Renumeroter(IEnumerable<IRange> ordre)
    {
        var rang = 1;
        foreach (var element in ordre.ToList())
        {
            element.PlacerAuRang(rang++);
        }
    }
}

/// <summary>Something that has a place among its siblings, from 1.</summary>
public interface IRange
{
    int Rang { get; }

    internal void PlacerAuRang(int rang);
}
