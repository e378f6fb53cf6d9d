using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Versions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Opens a circuit: the text is set and stored as for any convention, dated by the story.</summary>
internal sealed class GelDeDemonstration(CtgDbContext db, ICtgReadContext read, IReferentiel referentiel, IConventionPdf pdf, ILiensPortail liens)
{
    private const int Version = 1;

    /// <param name="motif">Why the circuit opens in spite of its reservations.</param>
    public async Task<Signature> FigerAsync(
        DossierDemo dossier, Utilisateur auteur, OuvertureCircuit ouverture, string motif, CancellationToken cancellationToken)
    {
        var convention = dossier.Convention;
        var nom = $"{auteur.Prenom} {auteur.Nom}";
        var etat = await read.LireEtatAsync(convention.Id, cancellationToken);
        var reserves = convention.ObstaclesPour(StatutConvention.EnSignature, etat, dossier.Maintenant.JourEnFrance()).Where(o => !o.Bloquant).ToList();
        convention.OuvrirALaSignature(etat, dossier.Maintenant);

        var reference = ReferenceDocument.Nouvelle();
        var texte = (await new AssembleurDossier(read, referentiel, dossier.Heure).AssemblerAsync(convention.Id, Version, cancellationToken)).Identifier(reference, liens);
        var contenu = await pdf.ComposerAsync(texte, cancellationToken);
        var piece = Piece.Deposer(
            convention.Id, NaturePiece.TexteFige, $"convention-version-{Version}.pdf", "application/pdf", contenu, dossier.Maintenant);
        var donnees = Piece.Deposer(
            convention.Id, NaturePiece.DonneesFigees, $"convention-version-{Version}.json", "application/json", DossierJson.Serialiser(texte), dossier.Maintenant);
        var deliberations = (await read.LireDeliberationsAsync(convention.Id, cancellationToken)).ToDictionary(d => d.Key, d => d.Value.Reference);
        var signature = Signature.Ouvrir(
            convention, Version, piece, donnees,
            ouverture with { Deliberations = deliberations, Reserves = [.. reserves.Select(o => new ReserveAcceptee(o.Code, o.Message, motif, nom))] },
            dossier.Maintenant, reference);
        var numero = await db.ProchainNumeroAsync(convention.Id, cancellationToken);
        var gardee = VersionNommee.Figer(numero, Version, donnees, new UtilisateurId(auteur.Id), nom, dossier.Maintenant);
        db.AddRange(piece, donnees, signature, gardee);
        await db.SaveChangesAsync(cancellationToken);
        return signature;
    }
}
