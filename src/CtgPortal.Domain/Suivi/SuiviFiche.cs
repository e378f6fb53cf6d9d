using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Suivi;

public enum Avancement
{
    AVenir,
    EnCours,
    Realisee,
    EnPause,
    Bloquee,
    Abandonnee,
    EnContinu,
}

/// <summary>What becomes of one fiche during the follow-up. Born with the fiche, separate from it: the fiche is what was signed, this is what is lived.</summary>
public sealed class SuiviFiche : AggregateRoot
{
    public const int MotifLongueurMax = 1_000;
    public const int MoisDeSilence = 6;

    private readonly List<NoteSuivi> _notes = [];
    private readonly List<Releve> _releves = [];

    private SuiviFiche()
    {
    }

    /// <summary>One follow-up per fiche: it bears its id.</summary>
    public FicheActionId FicheActionId { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public Avancement Avancement { get; private set; }

    /// <summary>Why it is blocked, paused or abandoned.</summary>
    public string? Motif { get; private set; }

    /// <summary>Null until somebody says something.</summary>
    public DateTimeOffset? AJourLe { get; private set; }

    public IReadOnlyList<NoteSuivi> Notes => [.. _notes.OrderByDescending(n => n.Le).ThenByDescending(n => n.Id.Value)];

    public IReadOnlyList<Releve> Releves => [.. _releves.OrderBy(r => r.Le)];

    /// <summary>Nobody has said anything for six months about an action that is not over; the clock starts at the signature.</summary>
    /// <param name="aJourLe">Last word on the fiche; null when there was none.</param>
    public static bool EstSilencieux(Avancement avancement, DateTimeOffset? aJourLe, DateOnly? signeeLe, DateTimeOffset now)
    {
        var dernier = aJourLe is { } dit ? dit.JourEnFrance() : signeeLe ?? DateOnly.MinValue;
        return !EstFini(avancement) && dernier < now.JourEnFrance().AddMonths(-MoisDeSilence);
    }

    public static bool EstFini(Avancement avancement) => avancement is Avancement.Realisee or Avancement.Abandonnee;

    /// <summary>What one must say why.</summary>
    public static bool DemandeUnMotif(Avancement avancement) => avancement is Avancement.Bloquee or Avancement.EnPause or Avancement.Abandonnee;

    public static SuiviFiche Commencer(FicheAction fiche) => new()
    {
        FicheActionId = fiche.Id,
        ConventionId = fiche.ConventionId,
        Avancement = Avancement.AVenir,
    };

    /// <exception cref="BusinessRuleException">Not in follow-up, or blocked, paused or abandoned without a reason.</exception>
    public void NoterAvancement(Avancement avancement, string? motif, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerSuivi(etape);
        var raison = Texte.Facultatif(motif, "motif", MotifLongueurMax);
        BusinessRuleException.ThrowIfAny(When(
            raison is null && DemandeUnMotif(avancement),
            "motif-absent", "Dites pourquoi l’action est bloquée, en pause ou abandonnée."));
        var comparaison = new Comparaison().Noter("avancement", Avancement, avancement).Noter("motif", Motif, raison);
        if (!comparaison.EstVide)
        {
            (Avancement, Motif, AJourLe) = (avancement, raison, now);
            Record(new AvancementNote(ConventionId, FicheActionId, avancement, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">Not in follow-up, empty, or a date in the future.</exception>
    public void AjouterNote(TypeNote type, DateOnly le, string texte, string auteur, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerSuivi(etape);
        ExigerPasse(le, now);
        var note = new NoteSuivi(type, le, texte, auteur);
        _notes.Add(note);
        AJourLe = now;
        Record(new NoteAjoutee(ConventionId, FicheActionId, note.Type, note.Texte, now));
    }

    /// <summary>Records one reading; another one of the same day for the same indicator replaces it, and the journal keeps both.</summary>
    /// <param name="fiche">The fiche followed, to check that the indicator is hers.</param>
    /// <exception cref="BusinessRuleException">Not in follow-up, unknown indicator, a date in the future, or no value and no comment.</exception>
    public void Relever(
        FicheAction fiche, IndicateurFicheId indicateur, DateOnly le, decimal? valeur, string? commentaire, string? source, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerSuivi(etape);
        ExigerPasse(le, now);
        var suivi = fiche.Indicateurs.FirstOrDefault(i => i.Id == indicateur)
            ?? throw new BusinessRuleException("indicateur-inconnu", "Cet indicateur n’existe plus dans la fiche.");
        BusinessRuleException.ThrowIfAny(When(
            suivi.Type == TypeIndicateur.Quantitatif && valeur is null, "valeur-absente", "Un indicateur quantitatif se relève par un nombre."));
        var releve = new Releve(indicateur, le, valeur, commentaire, source);
        var avant = _releves.Find(r => r.IndicateurFicheId == indicateur && r.Le == le);
        var comparaison = new Comparaison().Noter("releve", avant, releve);
        if (comparaison.EstVide)
        {
            return;
        }

        if (avant is not null)
        {
            _releves.Remove(avant);
        }

        _releves.Add(releve);
        AJourLe = now;
        Record(new IndicateurReleve(ConventionId, FicheActionId, suivi.Intitule, now) { Changements = comparaison.Changements });
    }

    private static void ExigerPasse(DateOnly le, DateTimeOffset now) => BusinessRuleException.ThrowIfAny(
    [
        .. When(le > now.JourEnFrance(), "date-future", "Cette date est dans l’avenir."),
        .. When(le.Year < 2000, "date-invalide", "Cette date n’est pas plausible."),
    ]);
}
