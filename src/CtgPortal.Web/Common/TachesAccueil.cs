using static CtgPortal.Application.Conventions.ConsulterAccueil;

namespace CtgPortal.Web.Common;

/// <summary>What the home says of each task, and where it is done.</summary>
internal static class TachesAccueil
{
    public static Tache Ligne(Application.Conventions.ConsulterAccueil.Tache tache)
    {
        var convention = $"/conventions/{tache.Convention.Value}";
        return tache.Type switch
        {
            TypeTache.Signer => Vers("Signer la convention", $"{convention}/signature/signer"),
            TypeTache.ConstaterLeTerme => Vers("Constater le terme de la convention", $"{convention}/etape", Jour("échue le")),
            TypeTache.PrendreLaSuiteDuCej => Vers(
                $"Prendre la suite du CEJ « {tache.Objet} »", convention, $"fin le {Format.Date(tache.Date)}, convention pas encore signée"),
            TypeTache.ClorUnAtelier => Vers($"Clore l’atelier « {tache.Objet} »", $"{convention}/ateliers/{tache.ObjetId}", Jour("tenu le")),
            TypeTache.RepondreAuxCommentaires => Vers(
                Format.Pluriel(tache.Nombre, "commentaire vous mentionne", "commentaires vous mentionnent"), $"{convention}/commentaires?choix=MoiAussi"),
            TypeTache.OuvrirALaSignature => Vers("Ouvrir la convention à la signature", $"{convention}/signature", "le dossier est prêt"),
            TypeTache.PasserALaRedaction => Vers("Passer à la rédaction", $"{convention}/etape", "les ateliers sont clos"),
            TypeTache.PasserAuxAteliers => Vers("Passer aux ateliers", $"{convention}/etape", "le diagnostic est validé"),
            TypeTache.ValiderLeDiagnostic => Vers("Valider le diagnostic", $"{convention}/diagnostic"),
            TypeTache.CompleterLeDossier => Vers(
                "Compléter le dossier avant la signature", $"{convention}/etape",
                Format.Pluriel(tache.Nombre, "obstacle à lever", "obstacles à lever")),
            TypeTache.DonnerDesNouvelles => Vers(
                $"Donner des nouvelles de la fiche « {tache.Objet} »", $"{convention}/fiches/{tache.ObjetId}",
                tache.Date is null ? "aucune nouvelle pour l’instant" : Jour("rien depuis le")),
            TypeTache.FixerLaPeriode => Vers("Fixer la période de la convention", $"{convention}/cadre"),
            TypeTache.EcrireLeDiagnostic => Vers("Écrire le diagnostic", $"{convention}/diagnostic"),
            TypeTache.PlanifierUnAtelier => Vers("Planifier un atelier", $"{convention}/ateliers"),
            TypeTache.EcrireLePlan => Vers("Écrire le plan d’actions", $"{convention}/plan"),
            TypeTache.PreparerLeRenouvellement => Vers("Préparer le renouvellement", convention, Jour("échéance le")),
            _ => throw new ArgumentOutOfRangeException(nameof(tache), tache.Type, null),
        };

        Tache Vers(string libelle, string adresse, string? precision = null) =>
            new(libelle, adresse, EtatTache.AFaire, precision is null ? tache.Intitule : $"{tache.Intitule} – {precision}");

        string Jour(string avant) => $"{avant} {Format.Date(tache.Date)}";
    }
}
