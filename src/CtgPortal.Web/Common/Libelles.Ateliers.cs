using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(ReponseInvitation reponse) => Ateliers.Pastille(reponse).Mot;

    public static string De(NatureEnvoi nature) => nature switch
    {
        NatureEnvoi.Invitation => "Invitation",
        NatureEnvoi.Changement => "Changement",
        NatureEnvoi.Report => "Report",
        NatureEnvoi.Annulation => "Annulation",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}

/// <summary>Words, icons and colours of the workshops.</summary>
public static class Ateliers
{
    public static Pastille Pastille(StatutAtelier statut) => statut switch
    {
        StatutAtelier.Prevu => new(Libelles.De(statut), "pencil", "info"),
        StatutAtelier.Clos => new(Libelles.De(statut), "check-circle-fill", "succes"),
        StatutAtelier.Annule => new(Libelles.De(statut), "x-circle-fill", "danger"),
        _ => throw new ArgumentOutOfRangeException(nameof(statut), statut, null),
    };

    public static Pastille Pastille(ReponseInvitation? reponse) => reponse switch
    {
        null => new("Pas de réponse", "dash-circle", "neutre"),
        ReponseInvitation.Present => new("Sera là", "check-circle-fill", "succes"),
        ReponseInvitation.Absent => new("Ne viendra pas", "x-circle-fill", "danger"),
        ReponseInvitation.NeSaitPas => new("Ne sait pas encore", "question-circle-fill", "attention"),
        _ => throw new ArgumentOutOfRangeException(nameof(reponse), reponse, null),
    };

    /// <summary>The answer as its author reads it.</summary>
    public static Pastille Votre(ReponseInvitation reponse) => Pastille(reponse) with
    {
        Mot = reponse switch
        {
            ReponseInvitation.Present => "Vous serez là",
            ReponseInvitation.Absent => "Vous ne viendrez pas",
            _ => "Vous ne savez pas encore",
        },
    };

    /// <summary>« 12 mars 2026, de 9 h à 12 h 30 »; the words that stand for a day that is not known.</summary>
    public static string Quand(DateOnly? date, string? quand, TimeOnly? debut = null, TimeOnly? fin = null)
    {
        var jour = date is { } d ? Format.Date(d) : quand ?? "Date à fixer";
        return (debut, fin) switch
        {
            (null, _) => jour,
            ({ } h, null) => $"{jour}, à {Format.Heure(h)}",
            ({ } h, { } f) => $"{jour}, de {Format.Heure(h)} à {Format.Heure(f)}",
        };
    }

    /// <summary>« 45 min », « 3 h », « 3 h 30 ».</summary>
    public static string Duree(int minutes) => minutes < 60
        ? $"{minutes}\u00A0min"
        : Format.Heure(TimeOnly.MinValue.AddMinutes(minutes));
}
