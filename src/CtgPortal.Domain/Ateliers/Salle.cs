using System.Security.Cryptography;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

public enum EtatSalle
{
    Fermee,
    Ouverte,
}

/// <summary>What the room is doing; the facilitator goes from one to another as the room needs.</summary>
public enum PhaseSalle
{
    Contributions,
    Regroupement,
    Points,
    Restitution,
}

public enum ModerationSalle
{
    APosteriori,
    APriori,
}

/// <summary>How the room works.</summary>
/// <param name="MaxParSujet">Most points that one participant may put on one subject; null for no other limit than their own.</param>
public sealed record ReglagesSalle(
    ModerationSalle Moderation, IReadOnlyList<NatureContribution> Natures, int PointsParParticipant, int? MaxParSujet);

/// <summary>A countdown that every screen shows.</summary>
public sealed record Minuteur(string Libelle, int Minutes, DateTimeOffset Depuis)
{
    public const int LibelleLongueurMax = 100;
    public const int MinutesMax = 480;
}

/// <summary>The live room of a workshop: who holds its code takes part, without an account.</summary>
public sealed class Salle : AggregateRoot
{
    public const int PointsMax = 20;
    public const int ParticipantsMax = 1_000;

    private Salle()
    {
    }

    public AtelierId AtelierId { get; private init; }

    /// <summary>What participants type; null while the room is closed.</summary>
    public string? Code { get; private set; }

    public EtatSalle Etat { get; private set; }

    public PhaseSalle Phase { get; private set; }

    public ModerationSalle Moderation { get; private set; }

    public IReadOnlyList<NatureContribution> Natures { get; private set; } = Enum.GetValues<NatureContribution>();

    public int PointsParParticipant { get; private set; } = 5;

    public int? MaxParSujet { get; private set; }

    /// <summary>Points given in an earlier round no longer count.</summary>
    public int Tour { get; private set; } = 1;

    public Minuteur? Minuteur { get; private set; }

    public DateTimeOffset? OuverteLe { get; private set; }

    public ReglagesSalle Reglages => new(Moderation, Natures, PointsParParticipant, MaxParSujet);

    /// <summary>Subjects do not change while people choose among them, nor while results are shown.</summary>
    public bool VoteEnCours => Phase is PhaseSalle.Points or PhaseSalle.Restitution;

    /// <summary>Every workshop may have a room; it begins closed.</summary>
    public static Salle Preparer(AtelierId atelier) => new() { AtelierId = atelier };

    /// <summary>The page shows this list, <see cref="Ouvrir"/> enforces it.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALOuverture(SituationAtelier atelier) =>
        [.. atelier.Obstacles(), .. When(Etat == EtatSalle.Ouverte, "salle-ouverte", "La salle est déjà ouverte.")];

    /// <summary>Why nobody may post nor give points; said the same way whatever the reason.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaParticipation(SituationAtelier atelier) =>
        [.. When(Etat == EtatSalle.Fermee || atelier.Obstacles().Count > 0, "salle-fermee", "La salle est fermée : rien ne peut plus y être envoyé.")];

    /// <summary>Why contributions may not be moved between groups.</summary>
    public IReadOnlyList<Obstacle> ObstaclesAuTableau() =>
        [.. When(VoteEnCours, "vote-en-cours", "Les points sont en cours : revenez au regroupement pour changer le tableau.")];

    /// <exception cref="BusinessRuleException">A rule is broken, or points are being given.</exception>
    public void Regler(ReglagesSalle reglages, SituationAtelier atelier)
    {
        atelier.ExigerOuvert();
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAuTableau(),
            .. When(reglages.Natures.Count == 0, "natures-absentes", "Proposez au moins une nature de contribution."),
            .. When(
                reglages.PointsParParticipant is < 1 or > PointsMax, "points-invalides", $"Chaque participant reçoit de 1 à {PointsMax} points."),
            .. When(
                reglages.MaxParSujet is { } max && (max < 1 || max > reglages.PointsParParticipant), "max-invalide",
                "Le maximum par sujet va de 1 au nombre de points de chacun."),
        ]);
        (Moderation, PointsParParticipant, MaxParSujet) = (reglages.Moderation, reglages.PointsParParticipant, reglages.MaxParSujet);
        Natures = [.. reglages.Natures.Distinct().Order()];
        RecordQuietly();
    }

    /// <param name="code">A new one at each opening: an old sheet of paper opens nothing.</param>
    /// <exception cref="BusinessRuleException">Already open, or the workshop is closed or frozen.</exception>
    public void Ouvrir(string code, SituationAtelier atelier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
            [.. ObstaclesALOuverture(atelier), .. When(CodeSalle.Lire(code) != code, "code-invalide", "Ce code de salle n’est pas bien formé.")]);
        (Code, Etat, OuverteLe) = (code, EtatSalle.Ouverte, now);
        Record(new SalleOuverte(atelier.Conventions, AtelierId, now));
    }

    /// <summary>Leaving the points for an earlier phase starts a new round: what was given does not fit subjects that change.</summary>
    /// <exception cref="BusinessRuleException">The room or the workshop is closed, or frozen.</exception>
    public void PasserA(PhaseSalle phase, SituationAtelier atelier)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALaParticipation(atelier));
        if (phase == Phase)
        {
            return;
        }

        var quitteLeVote = VoteEnCours;
        Phase = phase;
        Tour += quitteLeVote && !VoteEnCours ? 1 : 0;
        RecordQuietly();
    }

    /// <exception cref="BusinessRuleException">The room is closed, or the countdown makes no sense.</exception>
    public void LancerMinuteur(string libelle, int minutes, SituationAtelier atelier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesALaParticipation(atelier),
            .. When(minutes is < 1 or > Minuteur.MinutesMax, "minutes-invalides", $"Le minuteur va de 1 à {Minuteur.MinutesMax} minutes."),
        ]);
        Minuteur = new(Texte.Obligatoire(libelle, "minuteur", Minuteur.LibelleLongueurMax), minutes, now);
        RecordQuietly();
    }

    public void ArreterMinuteur()
    {
        if (Minuteur is not null)
        {
            Minuteur = null;
            RecordQuietly();
        }
    }

    /// <summary>A pile of paper cards was copied: told once, with its number.</summary>
    public void NoterPile(int nombre, SituationAtelier atelier, DateTimeOffset now) =>
        Record(new ContributionsTranscrites(atelier.Conventions, AtelierId, nombre, now));

    /// <summary>Nothing gets in afterwards, and the history tells the exact counts. A frozen text does not keep a room open.</summary>
    /// <exception cref="BusinessRuleException">Not open.</exception>
    public void Fermer(BilanSalle bilan, SituationAtelier atelier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(Etat == EtatSalle.Fermee, "salle-deja-fermee", "La salle est déjà fermée."));
        (Code, Etat, Minuteur) = (null, EtatSalle.Fermee, null);
        Record(new SalleFermee(atelier.Conventions, AtelierId, bilan.Contributions, bilan.Participants, bilan.Points, now));
    }
}

/// <summary>What a room has gathered.</summary>
/// <param name="Contributions">Posted by participants, the hidden ones included.</param>
/// <param name="Points">Given in the current round.</param>
public sealed record BilanSalle(int Contributions, int Participants, int Points);

/// <summary>Six characters that cannot be mistaken for one another, read out loud or from the back of a room.</summary>
public static class CodeSalle
{
    public const int Longueur = 6;
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Nouveau() => RandomNumberGenerator.GetString(Alphabet, Longueur);

    /// <summary>What was typed as a code, without blanks, dashes nor case; null when it cannot be one.</summary>
    public static string? Lire(string? saisie)
    {
        var code = string.Concat((saisie ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == Longueur && code.All(Alphabet.Contains) ? code : null;
    }
}
