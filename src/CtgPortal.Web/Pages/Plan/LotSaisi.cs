using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>What to change on the fiches chosen in the table, and what each would become.</summary>
public sealed class LotSaisi
{
    public const string Deplacer = "deplacer";
    public const string Dates = "dates";

    /// <summary>In the order of the page; the last ones only for the Caf and the coordination.</summary>
    public static readonly IReadOnlyList<(string Code, string Libelle, string Champ, bool Reserve)> Choix =
    [
        ("ajouter-champ", "Ajouter un champ", "Champ à ajouter", false),
        ("retirer-champ", "Retirer un champ", "Champ à retirer", false),
        ("priorite", "Fixer la priorité", "Priorité", false),
        ("structure", "Nommer la structure pilote", "Structure pilote", false),
        (Dates, "Fixer les dates", "Dates", false),
        ("imposee", "Dire si la Caf les demande", "Demandées par la Caf", true),
        ("confidentielle", "Les rendre confidentielles ou non", "Confidentielles", true),
        (Deplacer, "Les déplacer dans une autre partie du plan", "Nouvelle place", true),
    ];

    public string Quoi { get; set; } = "";

    public string Valeur { get; set; } = "";

    public DateOnly? Debut { get; set; }

    public DateOnly? Fin { get; set; }

    public bool Continue { get; set; }

    /// <summary>Of the plan, for a move.</summary>
    public int Revision { get; set; }

    /// <summary>« id:revision » of each fiche that was shown.</summary>
    public List<string> Lues { get; set; } = [];

    public bool EstConnu => Choix.Any(c => c.Code == Quoi);

    private bool Oui => Valeur == "oui";

    public IRequest<Unit> Commande(ConventionId convention)
    {
        var lues = Lues.Select(l => l.Split(':')).ToDictionary(l => new FicheActionId(Guid.Parse(l[0])), l => int.Parse(l[1], CultureInfo.InvariantCulture));
        if (Quoi == Deplacer)
        {
            var (axe, orientation) = MotsDuPlan.Place(Valeur);
            return new DeplacerFiches.Command(convention, Revision, lues.Keys, axe, orientation);
        }

        return new ModifierFiches.Command(convention, lues, Modification());
    }

    public string Avant(LignePlan ligne, ArbrePlan plan) => Quoi switch
    {
        "ajouter-champ" or "retirer-champ" => Liste(ligne.Fiche.Champs),
        "priorite" => ligne.Fiche.Priorite is { } p ? Libelles.De(p) : "–",
        "structure" => ligne.Fiche.PiloteStructure ?? "–",
        "imposee" => ligne.Fiche.Imposee ? "Oui" : "Non",
        "confidentielle" => ligne.Fiche.Confidentielle ? "Oui" : "Non",
        Dates => Periode(ligne.Fiche.Debut, ligne.Fiche.Fin, ligne.Fiche.AmeliorationContinue),
        _ => Lieu(plan, Deplacement.Place(ligne.Axe, ligne.Chemin.Count == 0 ? null : ligne.Chemin[^1])),
    };

    public string Apres(LignePlan ligne, ArbrePlan plan) => Quoi switch
    {
        "ajouter-champ" => Liste(ligne.Fiche.Champs.Contains(Valeur, StringComparer.OrdinalIgnoreCase) ? ligne.Fiche.Champs : [.. ligne.Fiche.Champs, Valeur]),
        "retirer-champ" => Liste([.. ligne.Fiche.Champs.Where(c => !string.Equals(c, Valeur, StringComparison.OrdinalIgnoreCase))]),
        "priorite" => Priorite is { } p ? Libelles.De(p) : "–",
        "structure" => Valeur.Trim().Length == 0 ? "–" : Valeur.Trim(),
        "imposee" or "confidentielle" => Oui ? "Oui" : "Non",
        Dates => Periode(Debut, Fin, Continue),
        _ => Lieu(plan, Valeur),
    };

    private PrioriteFiche? Priorite => Enum.TryParse<PrioriteFiche>(Valeur, out var p) && Enum.IsDefined(p) ? p : null;

    private ModificationDeFiches Modification() => Quoi switch
    {
        "ajouter-champ" => new ModificationDeFiches.AjouterChamp(Valeur.Trim()),
        "retirer-champ" => new ModificationDeFiches.RetirerChamp(Valeur.Trim()),
        "priorite" => new ModificationDeFiches.FixerPriorite(Priorite),
        "structure" => new ModificationDeFiches.NommerStructure(Valeur),
        "imposee" => new ModificationDeFiches.Imposer(Oui),
        "confidentielle" => new ModificationDeFiches.RendreConfidentielle(Oui),
        _ => new ModificationDeFiches.Dater(Debut, Fin, Continue),
    };

    private static string Lieu(ArbrePlan plan, string place) =>
        MotsDuPlan.Places(plan).FirstOrDefault(p => p.Value == place) is { } choisie
            ? place.Contains('/', StringComparison.Ordinal) ? choisie.Text : choisie.Group?.Name ?? choisie.Text
            : "Cette partie du plan n’existe plus";

    private static string Periode(DateOnly? debut, DateOnly? fin, bool continu) =>
        debut is null && fin is null && !continu ? "–" : $"{Format.Date(debut, "…")} – {(continu ? "en continu" : Format.Date(fin, "…"))}";

    private static string Liste(IReadOnlyList<string> valeurs) => valeurs.Count == 0 ? "–" : string.Join(", ", valeurs);
}
