using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Plans;

/// <summary>An action of the plan. It lives five years in many hands, hence its own aggregate; its place in the tree belongs to <see cref="Plan"/>.</summary>
public sealed class FicheAction : AggregateRoot
{
    private readonly List<Objectif> _objectifs = [];
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

    public IReadOnlyList<Objectif> Objectifs => [.. _objectifs.OrderBy(o => o.Rang)];

    public IReadOnlyList<Operation> Operations => [.. _operations.OrderBy(o => o.Rang)];

    public IReadOnlyList<Financement> Financements => _financements;

    public IReadOnlyList<IndicateurFiche> Indicateurs => [.. _indicateurs.OrderBy(i => i.Rang)];

    public string Intitule => Identite.Intitule;

    /// <summary>Everything that is written on it, as one value.</summary>
    public ContenuFiche Contenu => new(
        Identite, Pourquoi, Quoi, PourQui, Qui, Quand, Moyens, Resultats,
        [.. Objectifs.Select(o => new LigneObjectif(o.Id, o.Decrit()))],
        [.. Operations.Select(o => new LigneOperation(o.Id, o.Decrit()))],
        Financements,
        [.. Indicateurs.Select(i => new LigneIndicateur(i.Id, i.Decrit()))]);

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

    /// <summary>Rewrites the fiche. Records each field that differs, and nothing when none does.</summary>
    /// <exception cref="BusinessRuleException">Frozen, or a content that breaks a rule.</exception>
    public void Reecrire(ContenuFiche contenu, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var (avant, apres, comparaison) = (Contenu, contenu.Normaliser(), new Comparaison());
        foreach (var champ in ChampsFiche.Differents(avant, apres))
        {
            comparaison.Noter(champ.Code, champ.Texte(avant), champ.Texte(apres));
        }

        if (!comparaison.EstVide)
        {
            Remplacer(avant, apres);
            Record(new FicheRedigee(ConventionId, Id, Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Rewrites the sections given; the others stay.</summary>
    /// <exception cref="BusinessRuleException">Frozen, or a section that breaks a rule.</exception>
    public void Rediger(SectionsFiche sections, StatutConvention etape, DateTimeOffset now) => Reecrire(Contenu.Avec(sections), etape, now);

    /// <summary>Replaces the operations, in the order given; one that is kept keeps its id.</summary>
    /// <exception cref="BusinessRuleException">Frozen, too many, or one that breaks a rule.</exception>
    public void DefinirOperations(
        IReadOnlyList<(OperationId? Id, DescriptionOperation Description)> operations, StatutConvention etape, DateTimeOffset now) =>
        Reecrire(Contenu.AvecOperations(operations), etape, now);

    /// <summary>Replaces the money lines. One line per funder, year and nature.</summary>
    /// <exception cref="BusinessRuleException">Frozen, a duplicate line, or one that breaks a rule.</exception>
    public void DefinirFinancements(IReadOnlyList<Financement> financements, StatutConvention etape, DateTimeOffset now) =>
        Reecrire(Contenu with { Financements = financements }, etape, now);

    /// <summary>Replaces the indicators; one that is kept keeps its id, since readings point to it.</summary>
    /// <exception cref="BusinessRuleException">Frozen, too many, or one that breaks a rule.</exception>
    public void DefinirIndicateurs(
        IReadOnlyList<(IndicateurFicheId? Id, DescriptionIndicateur Description)> indicateurs, StatutConvention etape, DateTimeOffset now) =>
        Reecrire(Contenu.AvecIndicateurs(indicateurs), etape, now);

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

    private void Remplacer(ContenuFiche avant, ContenuFiche apres)
    {
        (Identite, Pourquoi, Quoi, PourQui) = (apres.Identite, apres.Pourquoi, apres.Quoi, apres.PourQui);
        (Qui, Quand, Moyens, Resultats) = (apres.Qui, apres.Quand, apres.Moyens, apres.Resultats);
        Aligner(_objectifs, apres.Objectifs, (o, l) => o.Id == l.Id, l => new(l.Id), (o, l, rang) => o.Decrire(l.Description, rang));
        Aligner(_operations, apres.Operations, (o, l) => o.Id == l.Id, l => new(l.Id), (o, l, rang) => o.Decrire(l.Description, rang));
        Aligner(_indicateurs, apres.Indicateurs, (i, l) => i.Id == l.Id, l => new(l.Id), (i, l, rang) => i.Decrire(l.Description, rang));
        if (!ChampsFiche.Financements.Egal(avant, apres))
        {
            // new rows, so that they come back in the order given
            _financements.Clear();
            _financements.AddRange(apres.Financements.Select(f => f with { }));
        }
    }

    private static void Aligner<T, TLigne>(
        List<T> actuels, IReadOnlyList<TLigne> lignes, Func<T, TLigne, bool> estLaMeme, Func<TLigne, T> creer, Action<T, TLigne, int> decrire)
    {
        actuels.RemoveAll(a => !lignes.Any(l => estLaMeme(a, l)));
        foreach (var (rang, ligne) in lignes.Index())
        {
            var actuel = actuels.Find(a => estLaMeme(a, ligne));
            if (actuel is null)
            {
                actuel = creer(ligne);
                actuels.Add(actuel);
            }

            decrire(actuel, ligne, rang + 1);
        }
    }
}
