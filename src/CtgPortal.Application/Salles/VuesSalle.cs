using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Application.Salles;

/// <summary>The room itself, as every screen needs it.</summary>
/// <param name="Maintenant">The clock of the server: screens count the time left from it, not from theirs.</param>
public sealed record SalleVue(
    int Revision,
    EtatSalle Etat,
    PhaseSalle Phase,
    IReadOnlyList<NatureContribution> Natures,
    int PointsParParticipant,
    int? MaxParSujet,
    int Tour,
    Minuteur? Minuteur,
    DateTimeOffset Maintenant);

/// <param name="Groupe">Null while it is in none.</param>
public sealed record ContributionVue(
    Guid Id, int Revision, NatureContribution Nature, string Texte, string? Organisation, EtatContribution Etat, Guid? Groupe, int Rang);

public sealed record GroupeVu(Guid Id, int Revision, string Titre, int Rang);

/// <summary>What points are given to: a group, or a contribution of no group.</summary>
/// <param name="Contributions">How many the group holds; null for a contribution.</param>
/// <param name="Nature">Null for a group.</param>
/// <param name="Points">Null while they are being given: nobody follows the crowd.</param>
public sealed record SujetVu(Guid Id, string Titre, int? Contributions, NatureContribution? Nature, int? Points);

/// <summary>Points given in the current round.</summary>
/// <param name="ParSujet">Only the subjects that received some.</param>
/// <param name="Bulletins">How many participants gave some.</param>
public sealed record PointsVus(IReadOnlyDictionary<Guid, int> ParSujet, int Total, int Bulletins)
{
    public static readonly PointsVus Aucun = new(new Dictionary<Guid, int>(), 0, 0);
}

/// <summary>Everything that whoever leads the room sees.</summary>
public sealed record TableauSalle(
    SalleVue Salle,
    ModerationSalle Moderation,
    string? Code,
    int Participants,
    IReadOnlyList<GroupeVu> Groupes,
    IReadOnlyList<ContributionVue> Contributions,
    PointsVus Points)
{
    /// <summary>The same for a wall that everybody looks at: what is hidden is not even sent.</summary>
    public TableauSalle PourLeMur() => this with { Contributions = [.. Contributions.Where(c => c.Etat == EtatContribution.Visible)] };
}

/// <summary>What changed since the last push; null: that part did not.</summary>
public sealed record NouveautesSalle(
    AtelierId Atelier,
    string? Code,
    SalleVue Salle,
    int Participants,
    IReadOnlyList<ContributionVue> Contributions,
    IReadOnlyList<Guid> Disparues,
    IReadOnlyList<GroupeVu>? Groupes,
    PointsVus? Points,
    SallePourTous? PourTous,
    IReadOnlyDictionary<ParticipantId, IReadOnlyList<MaContribution>> Siennes)
{
    /// <summary>The agenda may be another one: screens draw it again.</summary>
    public bool Agenda { get; init; }

    public NouveautesSalle PourLeMur() => this with
    {
        Contributions = [.. Contributions.Where(c => c.Etat == EtatContribution.Visible)],
        Disparues = [.. Disparues, .. Contributions.Where(c => c.Etat != EtatContribution.Visible).Select(c => c.Id)],
    };
}

/// <summary>What every participant sees of the room.</summary>
/// <param name="Sujets">Empty until points are given.</param>
public sealed record SallePourTous(SalleVue Salle, IReadOnlyList<SujetVu> Sujets);

public sealed record MaContribution(Guid Id, NatureContribution Nature, string Texte, EtatContribution Etat);

/// <summary>What one participant sees.</summary>
/// <param name="Moi">Null until they have come in.</param>
public sealed record Participation(AtelierId Atelier, string Code, string Intitule, SallePourTous Tous, ParticipantVu? Moi);

public sealed record ParticipantVu(
    ParticipantId Id, string? Prenom, string? Organisation, IReadOnlyList<MaContribution> Contributions, IReadOnlyDictionary<Guid, int> Points);
