using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>The shared diagnostic of one convention: figures with their source, and what the partners read in them. Frozen once validated.</summary>
public sealed partial class Diagnostic : AggregateRoot
{
    public const int DemarcheLongueurMax = 20_000;
    public const int SourceLongueurMax = 200;
    public const int SourcesMax = 50;

    private readonly List<Indicateur> _indicateurs = [];

    private Diagnostic()
    {
    }

    /// <summary>One diagnostic per convention: it bears its id.</summary>
    public ConventionId ConventionId { get; private init; }

    /// <summary>How it was made: duration, interviews, questionnaires. Plain text, paragraphs separated by an empty line.</summary>
    public string? Demarche { get; private set; }

    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Null while it is being written.</summary>
    public DateTimeOffset? ValideLe { get; private set; }

    public bool EstValide => ValideLe is not null;

    public IReadOnlyList<Indicateur> Indicateurs => _indicateurs;

    public static Diagnostic Commencer(ConventionId convention, DateTimeOffset now)
    {
        var diagnostic = new Diagnostic { ConventionId = convention };
        diagnostic.Record(new DiagnosticCommence(convention, now));
        return diagnostic;
    }

    /// <exception cref="BusinessRuleException">Validated, or the text of the convention is frozen.</exception>
    public void DecrireDemarche(string? demarche, IReadOnlyList<string> sources, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        BusinessRuleException.ThrowIfAny(When(sources.Count > SourcesMax, "sources-trop-nombreuses", $"Un diagnostic cite au plus {SourcesMax} sources."));
        var nouvelle = Texte.Facultatif(demarche, "demarche", DemarcheLongueurMax);
        List<string> citees = [.. sources.Select(s => Texte.Facultatif(s, "source", SourceLongueurMax)).OfType<string>().Distinct()];
        var comparaison = new Comparaison().Noter("demarche", Demarche, nouvelle).Noter("sources", Sources, citees);
        if (!comparaison.EstVide)
        {
            (Demarche, Sources) = (nouvelle, citees);
            Record(new DemarcheDecrite(ConventionId, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">Validated, frozen, or an indicator of this name exists in this field.</exception>
    public IndicateurId AjouterIndicateur(DescriptionIndicateur description, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var indicateur = new Indicateur(description, RangSuivant());
        BusinessRuleException.ThrowIfAny(When(DejaLa(indicateur), "indicateur-deja-la", "Cet indicateur existe déjà dans ce champ."));
        _indicateurs.Add(indicateur);
        Record(new IndicateurAjoute(ConventionId, indicateur.Intitule, now));
        return indicateur.Id;
    }

    /// <summary>Adds several at once; one that is already there stays as it is, so that ticking it again harms nothing.</summary>
    /// <returns>Those added.</returns>
    /// <exception cref="BusinessRuleException">Validated or frozen.</exception>
    public IReadOnlyList<IndicateurId> AjouterIndicateurs(IReadOnlyList<DescriptionIndicateur> descriptions, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        List<Indicateur> nouveaux = [];
        foreach (var description in descriptions)
        {
            var indicateur = new Indicateur(description, RangSuivant());
            if (!DejaLa(indicateur))
            {
                _indicateurs.Add(indicateur);
                nouveaux.Add(indicateur);
            }
        }

        if (nouveaux.Count > 0)
        {
            Record(new IndicateursAjoutes(ConventionId, nouveaux.Count, now)
            {
                Changements = new Comparaison().Noter("indicateurs", null, nouveaux.Select(i => i.Intitule)).Changements,
            });
        }

        return [.. nouveaux.Select(i => i.Id)];
    }

    /// <summary>Removes an indicator with its values, which the journal keeps.</summary>
    /// <exception cref="BusinessRuleException">Validated, frozen, or unknown.</exception>
    public void RetirerIndicateur(IndicateurId id, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var indicateur = Trouver(id);
        _indicateurs.Remove(indicateur);
        Record(new IndicateurRetire(ConventionId, indicateur.Intitule, now)
        {
            Changements = new Comparaison().Noter("valeurs", indicateur.Valeurs, null).Changements,
        });
        DetacherAppui(NatureAppui.Indicateur, id.Value, etape, now);
    }

    /// <summary>Sets the value of one year and one geography; a value already there is replaced, and the journal keeps both.</summary>
    /// <exception cref="BusinessRuleException">Validated, frozen, unknown indicator, or a value that breaks a rule.</exception>
    /// <returns>The value kept: secret, without its number, when it is below the threshold of the indicator.</returns>
    public ValeurIndicateur RenseignerValeur(IndicateurId id, ValeurIndicateur valeur, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var indicateur = Trouver(id);
        var (avant, apres) = indicateur.Renseigner(valeur);
        var comparaison = new Comparaison()
            .Noter("valeur", avant, apres)
            .Noter("licence", avant?.Licence, apres.Licence)
            .Noter("arrondi", avant?.Arrondi, apres.Arrondi);
        if (!comparaison.EstVide)
        {
            Record(new ValeurRenseignee(ConventionId, indicateur.Intitule, now) { Changements = comparaison.Changements });
        }

        return apres;
    }

    /// <exception cref="BusinessRuleException">Validated, frozen, or unknown.</exception>
    /// <param name="territoire"><see cref="Territoires.TerritoireRef.Cle"/>.</param>
    public void RetirerValeur(IndicateurId id, int annee, string territoire, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var indicateur = Trouver(id);
        var valeur = indicateur.RetirerValeur(annee, territoire);
        Record(new ValeurRetiree(ConventionId, indicateur.Intitule, now)
        {
            Changements = new Comparaison().Noter("valeur", valeur, null).Changements,
        });
    }

    /// <summary>Why nothing may be written any more; empty while the diagnostic is open.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaModification(StatutConvention etape) => new EtatDiagnostic(etape, EstValide).Obstacles();

    /// <summary>The page shows this list, <see cref="Valider"/> enforces its blocking part.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaValidation(StatutConvention etape) =>
    [
        .. When(!CycleDeVie.TexteModifiable(etape), Obstacles.TexteFige),
        .. When(EstValide, "diagnostic-deja-valide", "Le diagnostic est déjà validé."),
        .. When(_indicateurs.Count == 0 && _constats.Count == 0, "diagnostic-vide", "Le diagnostic est vide : ajoutez au moins un indicateur ou un constat."),
        .. When(_constats.Count == 0 && _indicateurs.Count > 0, Obstacles.AucunConstat),
        .. _indicateurs.Where(i => i.Valeurs.Count == 0).SelectMany(i => When(true, "indicateur-sans-valeur", $"« {i.Intitule} » n’a aucune valeur.", bloquant: false)),
    ];

    /// <summary>Freezes figures and findings.</summary>
    /// <exception cref="BusinessRuleException">Empty or already validated, or the text of the convention is frozen.</exception>
    /// <param name="numero">Of the validation that keeps the frozen content; null when none is kept.</param>
    public void Valider(StatutConvention etape, DateTimeOffset now, int? numero = null)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALaValidation(etape));
        ValideLe = now;
        Record(new DiagnosticValide(ConventionId, _indicateurs.Count, _constats.Count, now) { Numero = numero });
    }

    public IReadOnlyList<Obstacle> ObstaclesALaReouverture(StatutConvention etape) =>
    [
        .. When(!CycleDeVie.TexteModifiable(etape), Obstacles.TexteFige),
        .. When(!EstValide, "diagnostic-ouvert", "Le diagnostic n’est pas validé : il est déjà ouvert."),
    ];

    /// <summary>Reopening is explicit and recorded.</summary>
    /// <exception cref="BusinessRuleException">Not validated, no reason given, or the text of the convention is frozen.</exception>
    public void Rouvrir(string? motif, StatutConvention etape, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesALaReouverture(etape),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        ValideLe = null;
        Record(new DiagnosticRouvert(ConventionId, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax), now));
    }

    private void ExigerModifiable(StatutConvention etape) => BusinessRuleException.ThrowIfAny(ObstaclesALaModification(etape));

    private int RangSuivant() => _indicateurs.Select(i => i.Rang).DefaultIfEmpty().Max() + 1;

    private bool DejaLa(Indicateur indicateur) => _indicateurs.Exists(i => MemeIndicateur(i, indicateur));

    private static bool MemeIndicateur(Indicateur un, Indicateur autre) =>
        (un.CodeCatalogue is not null && un.CodeCatalogue == autre.CodeCatalogue)
        || (un.Champ == autre.Champ && string.Equals(un.Intitule, autre.Intitule, StringComparison.OrdinalIgnoreCase));

    private Indicateur Trouver(IndicateurId id) =>
        _indicateurs.Find(i => i.Id == id) ?? throw new BusinessRuleException("indicateur-inconnu", "Cet indicateur n’existe plus.");
}
