using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// A circuit as it looks while people sign, all invented: a visa given, a signature by account and one by personal link, a page signed by hand
/// that waits for its control, a mayor who was replaced, one who refuses, one who was reminded, the director whose turn it is, a ceremony to come.
/// </summary>
internal sealed class CircuitDeDemonstration(CtgDbContext db, GelDeDemonstration gel)
{
    public const string Cle = "exemple-en-signature";

    private const string Territoire = "Territoire d’exemple (inventé)";
    private const string Reserve = "Exemple : les parties en sont convenues au comité de pilotage.";

    public async Task OuvrirAsync(DossierDemo dossier, IReadOnlyDictionary<string, Utilisateur> comptes, CancellationToken cancellationToken)
    {
        var (conseil, coordination, elu) = (comptes[ComptesDeDemonstration.Conseil], comptes[ComptesDeDemonstration.CoordinationExemple], comptes[ComptesDeDemonstration.EluExemple]);
        var aujourdhui = dossier.Aujourdhui;
        dossier.Heure.Aller(aujourdhui.AddDays(-16));
        Deliberer(dossier);
        Designer(dossier, comptes[ComptesDeDemonstration.Direction], elu);
        await db.SaveChangesAsync(cancellationToken);

        dossier.Heure.Aller(aujourdhui.AddDays(-12));
        var signature = await gel.FigerAsync(
            dossier, conseil,
            OuvertureCircuit.ParDefaut with
            {
                ExpireLe = aujourdhui.AddDays(45),
                Associes =
                [
                    new(RoleLigne.Visa, new("Madame", "Jo", "Exemple", "Directrice juridique", null, "juriste@demo.test"), "Caf de l’Aisne"),
                    new(RoleLigne.Observateur, new("Monsieur", "Ola", "Exemple", "Chef de cabinet", null, "prefecture@demo.test"), "Préfecture"),
                ],
            },
            Reserve, cancellationToken);

        dossier.Heure.Aller(aujourdhui.AddDays(-11));
        ParLien(signature.Lignes.Single(l => l.Role == RoleLigne.Visa));
        dossier.Heure.Aller(aujourdhui.AddDays(-9));
        signature.Signer(
            De(Territoire).Id, new(ModeSignature.Compte, MoyenIdentite.MotDePasse, signature.Empreinte, new(elu.Id), elu.Email), dossier.Maintenant);
        dossier.Heure.Aller(aujourdhui.AddDays(-7));
        var adjointe = signature.Remplacer(
            De("Exemple-les-Bois").Id,
            new("Madame", "Inès", "Exemple", "Première adjointe", new("Monsieur Luc Exemple, maire", "arrêté n° EXEMPLE-14", aujourdhui.AddDays(-30), null), "adjointe@demo.test"),
            "Exemple : le maire est absent jusqu’à la fin du mois.", dossier.Maintenant);
        dossier.Heure.Aller(aujourdhui.AddDays(-6));
        ParLien(signature.Lignes.Single(l => l.Id == adjointe));
        dossier.Heure.Aller(aujourdhui.AddDays(-4));
        signature.Relancer(De("Exemple-la-Forêt").Id, dossier.Maintenant);
        dossier.Heure.Aller(aujourdhui.AddDays(-3));
        await DeposerAsync(dossier, signature, De("Saint-Exemple"), new(new(coordination.Id), $"{coordination.Prenom} {coordination.Nom}"), cancellationToken);
        dossier.Heure.Aller(aujourdhui.AddDays(-2));
        signature.PlanifierCeremonie(aujourdhui.AddDays(21), new(18, 0), "Exemple : salle des fêtes de Saint-Exemple", dossier.Maintenant);
        dossier.Heure.Aller(aujourdhui.AddDays(-1));
        signature.Refuser(
            De("Exemple-sur-Oise").Id,
            new(ModeSignature.Lien, "Exemple : la fiche 2 ne dit pas où s’arrêtera le relais. La commune signera quand ce sera écrit.", null, null), dossier.Maintenant);
        await db.SaveChangesAsync(cancellationToken);

        LigneSignature De(string partie) => signature.Lignes.First(l => l.Partie == partie && l.Role == RoleLigne.Signataire);

        void ParLien(LigneSignature ligne) => signature.Signer(
            ligne.Id, new(ModeSignature.Lien, MoyenIdentite.CodeCourriel, signature.Empreinte, null, null), dossier.Maintenant);
    }

    private void Deliberer(DossierDemo dossier)
    {
        var jour = dossier.Aujourdhui.AddDays(-25);
        foreach (var (partie, rang) in dossier.Convention.Parties.Where(p => p.Nom != "Exemple-la-Forêt").Select((p, i) => (p, i + 1)))
        {
            db.Deliberations.Add(Deliberation.Enregistrer(
                dossier.Convention.Id, dossier.Convention.Statut, partie.Id, partie.Nom,
                new(
                    new($"EXEMPLE-{rang:00}", jour), partie.Type == TypePartie.Caf ? "conseil d’administration" : "conseil municipal",
                    "Exemple : autorisation de signer la convention territoriale globale", null, ControleLegalite.Rien),
                dossier.Maintenant));
        }
    }

    private static void Designer(DossierDemo dossier, Utilisateur direction, Utilisateur elu)
    {
        var convention = dossier.Convention;
        Dictionary<string, IdentiteSignataire> identites = new()
        {
            [Territoire] = new("Monsieur", elu.Prenom, elu.Nom, elu.Fonction!, null, elu.Email),
            ["Exemple-sur-Oise"] = new("Madame", "Anaïs", "Exemple", "Maire", null, "maire-oise@demo.test"),
            ["Exemple-les-Bois"] = new("Monsieur", "Luc", "Exemple", "Maire", null, "maire-bois@demo.test"),
            ["Exemple-la-Forêt"] = new("Madame", "Lou", "Exemple", "Maire", null, "maire-foret@demo.test"),
            ["Saint-Exemple"] = new("Monsieur", "Noé", "Exemple", "Maire", null, null),
        };
        foreach (var partie in convention.Parties.ToList())
        {
            convention.DesignerSignataire(
                partie.Id, partie.Type == TypePartie.Caf ? new("Madame", direction.Prenom, direction.Nom, direction.Fonction!, null, direction.Email) : identites[partie.Nom], dossier.Maintenant);
        }
    }

    private async Task DeposerAsync(DossierDemo dossier, Signature signature, LigneSignature ligne, Agent par, CancellationToken cancellationToken)
    {
        await using var specimen = FaitsTerritoires.Ressource("page-signee.pdf");
        using var contenu = new MemoryStream();
        await specimen.CopyToAsync(contenu, cancellationToken);
        var scan = Piece.Deposer(dossier.Convention.Id, NaturePiece.ScanSignature, "signature-v1-exemple.pdf", "application/pdf", contenu.ToArray(), dossier.Maintenant);
        db.Pieces.Add(scan);
        signature.DeposerScan([ligne.Id], dossier.Maintenant.JourEnFrance(), scan.Id, par, dossier.Maintenant);
        await db.SaveChangesAsync(cancellationToken);
    }
}
