using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Pages.Fiches;

namespace CtgPortal.Web.Common;

/// <summary>Who else has a fiche or an article open, in words, and what the script needs to follow it.</summary>
/// <param name="Adresse">Where signs of life go.</param>
/// <param name="Fiche">Empty for an article.</param>
/// <param name="Passage">Empty for a fiche.</param>
/// <param name="Section">Code of the section whose form is open; empty when the whole is read.</param>
/// <param name="Revision">The one that is shown; null when the form of the page says it.</param>
/// <param name="Formulaire">The page writes.</param>
/// <param name="Suite">What happens now that somebody else saved.</param>
/// <param name="Historique">Where to see what changed.</param>
public sealed record VuePresences(
    string Adresse, string Fiche, string Passage, string Section, int? Revision, bool Formulaire, string Suite, string Historique, IReadOnlyList<string> Phrases)
{
    /// <summary>Beyond it, the others are counted.</summary>
    public const int Max = 4;

    public static VuePresences Lire(ConsulterFiche.Dossier fiche) => De(fiche, null, fiche.Revision) with
    {
        Suite = "Ce que vous lisez date d’avant : actualisez la page.",
    };

    /// <param name="revision">The one that the person chose from after a conflict; null when the form holds it.</param>
    public static VuePresences Rediger(ConsulterFiche.Dossier fiche, SectionDeFiche section, int? revision) => De(fiche, section, revision) with
    {
        Formulaire = true,
        Suite = "Vos changements et les siens seront rapprochés à l’enregistrement.",
    };

    public static VuePresences Rediger(ConsulterPassage.Dossier dossier) => new(
        $"/conventions/{dossier.EnTete.Id.Value}/presences", "", dossier.Passage.Cle, "", dossier.Modifiable ? null : dossier.Revision, dossier.Modifiable,
        dossier.Modifiable
            ? "Si vous enregistrez, les deux textes vous seront montrés et vous choisirez."
            : "Ce que vous lisez date d’avant : actualisez la page.",
        $"/conventions/{dossier.EnTete.Id.Value}/historique", Dire(dossier.Presents, surFiche: false));

    public static IReadOnlyList<string> Dire(IReadOnlyList<Present> presents, bool surFiche)
    {
        var montres = presents.Count > Max ? Max - 1 : presents.Count;
        return
        [
            .. presents.Take(montres).Select(p => Dire(p, surFiche)),
            .. presents.Count > montres ? [$"{Format.Pluriel(presents.Count - montres, "autre personne", "autres personnes")} ici aussi"] : Array.Empty<string>(),
        ];
    }

    /// <summary>« Cette fiche a été enregistrée par Sophie Martin ».</summary>
    public static string Dire(DernierEnregistrement enregistre, bool surFiche) => (surFiche, enregistre) switch
    {
        (true, { DeMoi: true }) => "Vous avez enregistré cette fiche dans une autre fenêtre",
        (false, { DeMoi: true }) => "Vous avez enregistré ce texte dans une autre fenêtre",
        (true, { Par: { } qui }) => $"Cette fiche a été enregistrée par {qui}",
        (false, { Par: { } qui }) => $"Ce texte a été enregistré par {qui}",
        (true, _) => "Cette fiche a été enregistrée par quelqu’un d’autre",
        _ => "Ce texte a été enregistré par quelqu’un d’autre",
    };

    private static string Dire(Present present, bool surFiche) => (present, surFiche) switch
    {
        ({ Section: { } section, Ecrit: true }, _) => $"{present.Nom} modifie «\u00A0{VueFiche.Titre(section)}\u00A0»",
        ({ Section: { } section }, _) => $"{present.Nom} a ouvert «\u00A0{VueFiche.Titre(section)}\u00A0»",
        ({ Ecrit: true }, false) => $"{present.Nom} modifie ce texte",
        (_, true) => $"{present.Nom} lit la fiche",
        _ => $"{present.Nom} lit ce texte",
    };

    private static VuePresences De(ConsulterFiche.Dossier fiche, SectionDeFiche? section, int? revision) => new(
        $"/conventions/{fiche.EnTete.Id.Value}/presences", fiche.Id.Value.ToString(), "", section?.ToString() ?? "", revision, false, "",
        $"{VueFiche.Adresse(fiche)}/historique", Dire(fiche.Presents, surFiche: true));
}
