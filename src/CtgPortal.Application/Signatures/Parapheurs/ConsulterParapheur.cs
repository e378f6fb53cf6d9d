using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Parapheurs;

/// <summary>The package for an outside parapheur, and the file that came back last, as long as nobody has said who signed it.</summary>
public static class ConsulterParapheur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Attendus">Who has not signed.</param>
    /// <param name="Taille">Of the document to sign, in bytes.</param>
    /// <param name="DejaRepris">The document is the file taken back before, with its signatures.</param>
    /// <param name="AAttribuer">The last file received, not counted yet.</param>
    public sealed record Dossier(EnTeteConvention EnTete, int Version, IReadOnlyList<LigneLue> Attendus, int Taille, string Empreinte, bool DejaRepris, PieceId? AAttribuer);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireOuverteAsync(query.Convention, cancellationToken) is not { } circuit)
            {
                return null;
            }

            var remis = await db.Pieces.Where(p => p.Id == circuit.Remis).Select(p => new { p.Taille, p.Empreinte }).SingleAsync(cancellationToken);
            var recu = await db.Pieces
                .Where(p => p.ConventionId == query.Convention && p.Nature == NaturePiece.FichierParapheur && p.DeposeeLe >= circuit.OuverteLe)
                .OrderByDescending(p => p.DeposeeLe).ThenByDescending(p => p.Id).Select(p => (PieceId?)p.Id).FirstOrDefaultAsync(cancellationToken);
            return new(
                enTete, circuit.NumeroVersion, [.. CircuitLu.De(circuit, clock.GetUtcNow()).Signataires.Where(l => !l.EstSignee)],
                remis.Taille, remis.Empreinte, circuit.Remis != circuit.TexteId, circuit.Lignes.Any(l => l.ScanId == recu) ? null : recu);
        }
    }

    internal static Task<Signature?> LireOuverteAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        db.Signatures.SingleOrDefaultAsync(s => s.ConventionId == convention && s.Statut == StatutSignature.Ouverte, cancellationToken);
}

/// <summary>A file that came back, with the person proposed for each of its signatures.</summary>
public static class ConsulterRetour
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, PieceId Fichier) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Avenant">Number of the avenant that is signed; null for the convention itself.</param>
    /// <param name="Attendus">Who has not signed, to choose from.</param>
    public sealed record Dossier(EnTeteConvention EnTete, int? Avenant, IReadOnlyList<LigneLue> Attendus, IReadOnlyList<Lue> Signatures);

    /// <param name="Proposee">Null when nobody awaited stands out.</param>
    /// <param name="PorteLeNom">The certificate bears the name of the person proposed.</param>
    /// <param name="AvantOuverture">Dated before the text was frozen.</param>
    public sealed record Lue(SignatureDeParapheur Signature, LigneLue? Proposee, bool PorteLeNom, bool AvantOuverture);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IVerificationPdf verification, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireOuverteAsync(query.Convention, cancellationToken) is not { } circuit
                || await db.Pieces.Where(p => p.ConventionId == query.Convention && p.Id == query.Fichier && p.Nature == NaturePiece.FichierParapheur)
                    .Select(p => p.Contenu).SingleOrDefaultAsync(cancellationToken) is not { } contenu)
            {
                return null;
            }

            var remis = await db.Pieces.Where(p => p.Id == circuit.Remis).Select(p => p.Contenu).SingleAsync(cancellationToken);
            var attendus = CircuitLu.De(circuit, clock.GetUtcNow()).Signataires.Where(l => !l.EstSignee).ToList();
            return new(enTete, circuit.AvenantNumero, attendus, [.. verification.Lire(contenu, remis).Signatures.Select(s => Proposer(s, circuit, attendus))]);
        }

        private static Lue Proposer(SignatureDeParapheur signature, Signature circuit, List<LigneLue> attendus)
        {
            var proposee = attendus.Find(l => l.Id == circuit.Proposer(signature));
            return new(signature, proposee, proposee is not null && LectureRetour.Porte(signature.Certificat, proposee.NomComplet), signature.Le < circuit.OuverteLe);
        }
    }
}
