using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Versions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>Freezes the text once, stores its bytes and asks the designated people to sign them.</summary>
public static class OuvrirALaSignature
{
    /// <param name="Choix">Null for the usual ones: everybody together, without a deadline, reminded each week.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, ChoixOuverture? Choix = null) : IRequest<SignatureId>, IRequeteSurConvention;

    internal sealed class Handler(
        ICtgDbContext db, ICtgReadContext read, AssembleurDossier assembleur, IConventionPdf pdf, ILiensPortail liens, MessagesCircuit messages,
        IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, SignatureId>
    {
        public async Task<SignatureId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var dossier = await read.LireEtatAsync(convention.Id, cancellationToken);
            var ouverture = (command.Choix ?? ChoixOuverture.ParDefaut).Accepter(
                convention.ObstaclesPour(StatutConvention.EnSignature, dossier, now.JourEnFrance()), utilisateur.Nom);

            // asked first: nothing is set in type for a convention that may not open
            convention.OuvrirALaSignature(dossier, now);

            var annulee = await db.Signatures.Where(s => s.ConventionId == convention.Id && s.AvenantId == null).OrderByDescending(s => s.NumeroVersion).FirstOrDefaultAsync(cancellationToken);
            var numero = (annulee?.NumeroVersion ?? 0) + 1;
            var deliberations = await read.LireDeliberationsAsync(convention.Id, cancellationToken);
            var reference = ReferenceDocument.Nouvelle();
            var texte = (await assembleur.AssemblerAsync(convention.Id, numero, cancellationToken)).Identifier(reference, liens);
            var contenu = await pdf.ComposerAsync(texte, cancellationToken);
            var piece = Piece.Deposer(convention.Id, NaturePiece.TexteFige, $"convention-version-{numero}.pdf", "application/pdf", contenu, now);
            var donnees = Piece.Deposer(
                convention.Id, NaturePiece.DonneesFigees, $"convention-version-{numero}.json", "application/json", DossierJson.Serialiser(texte), now);
            var changements = await read.DepuisLaVersionSigneeAsync(annulee, texte, cancellationToken);
            var signature = Signature.Ouvrir(
                convention, numero, piece, donnees, ouverture with { Deliberations = deliberations.ToDictionary(d => d.Key, d => d.Value.Reference) }, now, reference,
                changements is { EngageAutrement: false } ? annulee : null);

            db.Pieces.AddRange(piece, donnees);
            db.Signatures.Add(signature);
            db.Versions.Add(VersionNommee.Figer(
                await db.ProchainNumeroAsync(convention.Id, cancellationToken), numero, donnees, utilisateur.Id, utilisateur.Nom, now));
            await db.ConclureAsync(signature, messages, now, cancellationToken, changements);
            await db.SaveChangesAsync(cancellationToken);
            return signature.Id;
        }
    }
}

/// <summary>What the person chooses when they open a circuit.</summary>
/// <param name="Motifs">Why the circuit opens in spite of each kind of reservation, by code.</param>
public sealed record ChoixOuverture(
    OrdreCircuit Ordre, DateOnly? ExpireLe, bool RelanceDOffice, IReadOnlyDictionary<SignataireId, int> Rangs, IReadOnlyList<PersonneAssociee> Associes,
    IReadOnlyDictionary<string, string?> Motifs)
{
    public static readonly ChoixOuverture ParDefaut = new(
        OrdreCircuit.Parallele, null, RelanceDOffice: true, new Dictionary<SignataireId, int>(), [], new Dictionary<string, string?>());

    /// <summary>Every reservation there is, so that none is passed over: one without a reason is refused.</summary>
    internal OuvertureCircuit Accepter(IReadOnlyList<Obstacle> obstacles, string par) => new(
        Ordre, ExpireLe, Rangs, Associes,
        [.. obstacles.Where(o => !o.Bloquant).Select(o => new ReserveAcceptee(o.Code, o.Message, Motifs.GetValueOrDefault(o.Code) ?? "", par))],
        RelanceDOffice);
}
