using CtgPortal.Domain.Ateliers;

namespace CtgPortal.TestSupport.Builders;

/// <summary>The room of a workshop, and who is in it.</summary>
public static class UneSalle
{
    public const string Code = "KM7QWX";

    public static readonly ReglagesSalle Reglages = new(ModerationSalle.APosteriori, Enum.GetValues<NatureContribution>(), 5, null);

    public static Salle Ouverte(Atelier atelier, PhaseSalle phase = PhaseSalle.Contributions, ReglagesSalle? reglages = null, string code = Code)
    {
        var situation = UnAtelier.Situation(atelier);
        var salle = Salle.Preparer(atelier.Id);
        salle.Regler(reglages ?? Reglages, situation);
        salle.Ouvrir(code, situation, UnAtelier.Le);
        salle.PasserA(phase, situation);
        salle.ClearEvents();
        return salle;
    }

    /// <param name="empreinte">Of what their browser holds.</param>
    public static ParticipantSalle Participant(Salle salle, Atelier atelier, string? empreinte = null, string? organisation = null) => ParticipantSalle.Entrer(
        salle, UnAtelier.Situation(atelier), empreinte ?? Guid.CreateVersion7().ToString("N").PadLeft(ParticipantSalle.EmpreinteLongueur, '0'), null, organisation, 0, UnAtelier.Le);
}
