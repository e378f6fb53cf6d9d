using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Plans;

/// <summary>An action of the plan. It lives five years in many hands, hence its own aggregate; its place in the tree belongs to <see cref="Plan"/>.</summary>
public sealed class FicheAction : AggregateRoot
{
    private readonly List<Operation> _operations = [];
    private readonly List<Financement> _financements = [];
    private readonly List<IndicateurFiche> _indicateurs = [];

    private FicheAction()
    {
    }

    public FicheActionId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public IdentiteFiche Identite { get; private set; } = null!;

    public PourquoiFiche Pourquoi { get; private set; } = PourquoiFiche.Vide;

    public QuoiFiche Quoi { get; private set; } = QuoiFiche.Vide;

    public PourQuiFiche PourQui { get; private set; } = PourQuiFiche.Vide;

    public QuiFiche Qui { get; private set; } = QuiFiche.Vide;

    public QuandFiche Quand { get; private set; } = QuandFiche.Vide;

    public MoyensFiche Moyens { get; private set; } = MoyensFiche.Vide;

    public ResultatsFiche Resultats { get; private set; } = ResultatsFiche.Vide;

    /// <summary>Account of the pilot, when they have one: it lets a partner write on this fiche and no other.</summary>
    public UtilisateurId? PiloteUtilisateurId { get; private set; }

    public IReadOnlyList<Operation> Operations => [.. _operations.OrderBy(o => o.Rang)];

    public IReadOnlyList<Financement> Financements => _financements;

    public IReadOnlyList<IndicateurFiche> Indicateurs => [.. _indicateurs.OrderBy(i => i.Rang)];

    public string Intitule => Identite.Intitule;

    /// <exception cref="BusinessRuleException">Frozen, or no title.</exception>
    public static FicheAction Creer(ConventionId convention, string intitule, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var fiche = new FicheAction
        {
            Id = FicheActionId.New(),
            ConventionId = convention,
            Identite = new IdentiteFiche(intitule, [], null, false, false).Normaliser(),
        };
        fiche.Record(new FicheCreee(convention, fiche.Id, fiche.Intitule, now));
        return fiche;
    }

    /// <summary>Rewrites the sections given; the others stay. Records each field that differs, and nothing when none does.</summary>
    /// <exception cref="BusinessRuleException">Frozen, or a section that breaks a rule.</exception>
    public void Rediger(SectionsFiche sections, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var normalisees = sections.Normaliser();
        var comparaison = new Comparaison();
        if (normalisees.Identite is { } identite)
        {
            Identite.Comparer(identite, comparaison);
            Identite = identite;
        }

        if (normalisees.Pourquoi is { } pourquoi)
        {
            Pourquoi.Comparer(pourquoi, comparaison);
            Pourquoi = pourquoi;
        }

        if (normalisees.Quoi is { } quoi)
        {
            Quoi.Comparer(quoi, comparaison);
            Quoi = quoi;
        }

        if (normalisees.PourQui is { } pourQui)
        {
            PourQui.Comparer(pourQui, comparaison);
            PourQui = pourQui;
        }

        if (normalisees.Qui is { } qui)
        {
            Qui.Comparer(qui, comparaison);
            Qui = qui;
        }

        if (normalisees.Quand is { } quand)
        {
            Quand.Comparer(quand, comparaison);
            Quand = quand;
        }

        if (normalisees.Moyens is { } moyens)
        {
            Moyens.Comparer(moyens, comparaison);
            Moyens = moyens;
        }

        if (normalisees.Resultats is { } resultats)
        {
            Resultats.Comparer(resultats, comparaison);
            Resultats = resultats;
        }

        if (!comparaison.EstVide)
        {
            Record(new FicheRedigee(ConventionId, Id, Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Names the account that pilots the fiche, or nobody.</summary>
    /// <exception cref="BusinessRuleException">Frozen.</exception>
    public void ConfierA(UtilisateurId? pilote, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var comparaison = new Comparaison().Noter("pilote-compte", PiloteUtilisateurId?.Value, pilote?.Value);
        if (!comparaison.EstVide)
        {
            PiloteUtilisateurId = pilote;
            Record(new FicheConfiee(ConventionId, Id, Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Replaces the operations, in the order given.</summary>
    /// <exception cref="BusinessRuleException">Frozen, too many, or one that breaks a rule.</exception>
    public void DefinirOperations(IReadOnlyList<DescriptionOperation> operations, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        Limites.Exiger(operations.Count, Operation.Max, "operations");
        List<Operation> apres = [.. operations.Select((o, i) => new Operation(o, i + 1))];
        Remplacer("operations", _operations, apres, now);
    }

    /// <summary>Replaces the money lines. One line per funder, year and nature.</summary>
    /// <exception cref="BusinessRuleException">Frozen, a duplicate line, or one that breaks a rule.</exception>
    public void DefinirFinancements(IReadOnlyList<Financement> financements, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        Limites.Exiger(financements.Count, Financement.Max, "financements");
        BusinessRuleException.ThrowIfAny(Conditions.When(
            financements.DistinctBy(f => (f.Financeur.ToUpperInvariant(), f.Annee, f.Nature)).Count() != financements.Count,
            "financement-double", "Deux lignes portent le même financeur, la même année et la même nature."));
        Remplacer("financements", _financements, [.. financements], now);
    }

    /// <summary>Replaces the indicators; one that is kept keeps its id, since readings point to it.</summary>
    /// <exception cref="BusinessRuleException">Frozen, too many, or one that breaks a rule.</exception>
    public void DefinirIndicateurs(
        IReadOnlyList<(IndicateurFicheId? Id, DescriptionIndicateur Description)> indicateurs, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        Limites.Exiger(indicateurs.Count, IndicateurFiche.Max, "indicateurs");
        List<(IndicateurFicheId? Id, DescriptionIndicateur Description)> normalises = [.. indicateurs.Select(i => (i.Id, i.Description.Normaliser()))];
        var avant = string.Join(" ; ", Indicateurs);
        var gardes = new List<IndicateurFiche>();
        foreach (var (id, description) in normalises)
        {
            var indicateur = _indicateurs.Find(i => i.Id == id && !gardes.Contains(i)) ?? new IndicateurFiche();
            indicateur.Decrire(description, gardes.Count + 1);
            gardes.Add(indicateur);
        }

        _indicateurs.RemoveAll(i => !gardes.Contains(i));
        _indicateurs.AddRange(gardes.Except(_indicateurs).ToList());
        Noter("indicateurs", avant, string.Join(" ; ", Indicateurs), now);
    }

    private void Remplacer<T>(string champ, List<T> actuels, List<T> nouveaux, DateTimeOffset now)
    {
        var (avant, apres) = (string.Join(" ; ", actuels), string.Join(" ; ", nouveaux));
        if (avant == apres)
        {
            return;
        }

        actuels.Clear();
        actuels.AddRange(nouveaux);
        Noter(champ, avant, apres, now);
    }

    private void Noter(string champ, string avant, string apres, DateTimeOffset now)
    {
        var comparaison = new Comparaison().Noter(champ, avant, apres);
        if (!comparaison.EstVide)
        {
            Record(new FicheRedigee(ConventionId, Id, Intitule, now) { Changements = comparaison.Changements });
        }
    }
}
