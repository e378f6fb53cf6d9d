using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// What brings Trois-Rivières from the writing to the follow-up. The source stops at the titles of the fiches: people, dates,
/// texts and figures are invented here, each told as an example; see <see cref="ExemplesDeFiches"/>.
/// </summary>
internal sealed class TroisRivieres(
    CtgDbContext db, GelDeDemonstration gel, VersionsDeDemonstration versions, EchangesDeDemonstration echanges, ActesDeDemonstration actes, AvenantsDeDemonstration avenants, TimeProvider clock)
{
    public const string Cle = "trois-rivieres";

    private static readonly DateOnly OuvertureDesSignatures = new(2021, 12, 1);
    private static readonly DateOnly SignatureSurPapier = new(2021, 12, 10);
    private static readonly DateOnly SignaturesAuPortail = new(2021, 12, 15);

    public async Task SignerEtSuivreAsync(
        DossierDemo dossier, IReadOnlyDictionary<string, Utilisateur> comptes, CancellationToken cancellationToken)
    {
        var coordination = comptes[ComptesDeDemonstration.Coordination];
        await versions.SortirDesAteliersAsync(dossier, coordination, cancellationToken);
        ExemplesDeFiches.Rediger(dossier, new UtilisateurId(comptes[ComptesDeDemonstration.Partenaire].Id));
        echanges.Lier(dossier);
        await versions.EnvoyerLeProjetAsync(dossier, coordination, cancellationToken);
        var surPapier = DesignerLesSignataires(dossier, comptes);
        await db.SaveChangesAsync(cancellationToken);

        dossier.Heure.Aller(OuvertureDesSignatures);
        await actes.DelibererAsync(dossier, coordination, cancellationToken);
        var signature = await gel.FigerAsync(dossier, coordination, OuvertureCircuit.ParDefaut, "Exemple : le comité de pilotage en est convenu.", cancellationToken);
        dossier.Heure.Aller(SignatureSurPapier);
        await SignerSurPapierAsync(dossier, signature, surPapier, coordination, comptes[ComptesDeDemonstration.Conseil], cancellationToken);
        dossier.Heure.Aller(SignaturesAuPortail);
        foreach (var courriel in new[] { ComptesDeDemonstration.Direction, ComptesDeDemonstration.Presidence })
        {
            signature.Signer(
                signature.LigneDe(courriel)!.Id,
                new(ModeSignature.Compte, MoyenIdentite.MotDePasse, signature.Empreinte, new(comptes[courriel].Id), courriel), dossier.Maintenant);
        }

        dossier.Convention.EntrerEnSuivi(signature.DerniereSignatureLe!.Value, dossier.Maintenant);

        // asked for today: a certificate of today does not seal in the past of the story
        db.Scellements.Add(Scellement.Demander(signature, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);

        ExemplesDeFiches.Suivre(dossier);
        await echanges.EchangerAsync(dossier, comptes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await avenants.PreparerAsync(dossier, cancellationToken);
    }

    /// <returns>The one who signs on paper: they have no account.</returns>
    private static SignataireId DesignerLesSignataires(DossierDemo dossier, IReadOnlyDictionary<string, Utilisateur> comptes)
    {
        var convention = dossier.Convention;
        var caf = convention.Parties.Single(p => p.Type == TypePartie.Caf);
        var communaute = convention.Parties.Single(p => p.Type == TypePartie.Epci);
        convention.ModifierPartie(communaute.Id, communaute.Type, communaute.Nom, "la Communauté de communes", dossier.Maintenant);

        var surPapier = convention.DesignerSignataire(
            caf.Id, new(null, "Camille", "Exemple", "Présidente du conseil d’administration", null, null), dossier.Maintenant);
        convention.DesignerSignataire(caf.Id, Identite(comptes[ComptesDeDemonstration.Direction]), dossier.Maintenant);
        convention.DesignerSignataire(communaute.Id, Identite(comptes[ComptesDeDemonstration.Presidence]), dossier.Maintenant);
        return surPapier;
    }

    private static Agent Agent(Utilisateur compte) => new(new(compte.Id), $"{compte.Prenom} {compte.Nom}");

    private static IdentiteSignataire Identite(Utilisateur compte) => new(null, compte.Prenom, compte.Nom, compte.Fonction!, null, compte.Email);

    private async Task SignerSurPapierAsync(
        DossierDemo dossier, Signature signature, SignataireId signataire, Utilisateur depose, Utilisateur controle, CancellationToken cancellationToken)
    {
        await using var specimen = FaitsTerritoires.Ressource("page-signee.pdf");
        using var contenu = new MemoryStream();
        await specimen.CopyToAsync(contenu, cancellationToken);
        var scan = Piece.Deposer(
            dossier.Convention.Id, NaturePiece.ScanSignature, "signature-v1-01.pdf", "application/pdf", contenu.ToArray(), dossier.Maintenant);
        db.Pieces.Add(scan);
        var ligne = signature.Lignes.Single(l => l.SignataireId == signataire).Id;
        signature.DeposerScan([ligne], SignatureSurPapier, scan.Id, Agent(depose), dossier.Maintenant);
        signature.ControlerScan(scan.Id, [ligne], null, Agent(controle), dossier.Maintenant);
        await db.SaveChangesAsync(cancellationToken);
    }
}
