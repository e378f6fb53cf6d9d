using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(Avancement avancement) => Pastille(avancement).Mot;

    public static Pastille Pastille(Avancement avancement) => avancement switch
    {
        Avancement.AVenir => new("À venir", "hourglass", "neutre"),
        Avancement.EnCours => new("En cours", "play-circle", "info"),
        Avancement.Realisee => new("Réalisée", "check-circle-fill", "succes"),
        Avancement.EnPause => new("En pause", "pause-circle", "attention"),
        Avancement.Bloquee => new("Bloquée", "exclamation-octagon", "danger"),
        Avancement.Abandonnee => new("Abandonnée", "x-circle", "neutre"),
        Avancement.EnContinu => new("En continu", "arrow-repeat", "info"),
        _ => throw new ArgumentOutOfRangeException(nameof(avancement), avancement, null),
    };

    public static string De(TypeNote type) => Pastille(type).Mot;

    public static Pastille Pastille(TypeNote type) => type switch
    {
        TypeNote.Note => new("Note", "journal-text", "neutre"),
        TypeNote.Frein => new("Frein", "sign-stop", "danger"),
        TypeNote.Levier => new("Levier", "rocket-takeoff", "info"),
        TypeNote.Reussite => new("Réussite", "star", "succes"),
        TypeNote.SuiteADonner => new("Suite à donner", "arrow-right-circle", "action"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(ConsulterSuivi.TypeAlerte type) => Pastille(type).Mot;

    public static Pastille Pastille(ConsulterSuivi.TypeAlerte type) => type switch
    {
        ConsulterSuivi.TypeAlerte.Bloquee => new("Bloquée", "exclamation-octagon", "danger"),
        ConsulterSuivi.TypeAlerte.EcheanceDepassee => new("Échéance dépassée", "clock", "danger"),
        ConsulterSuivi.TypeAlerte.Silencieuse => new("Sans nouvelle depuis six mois", "chat-left-text", "attention"),
        ConsulterSuivi.TypeAlerte.SansPilote => new("Sans pilote", "person-x", "attention"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
