using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>Where the signature stands: what still blocks it, who signed, who is awaited, and what the person may do.</summary>
public static class ConsulterSignature
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Obstacles">Before the opening: what blocks, then the reservations.</param>
    /// <param name="Designes">Before the opening: how many people will be asked, and how many of them by mail.</param>
    /// <param name="Circuit">The circuit that stands, open or complete; null before.</param>
    /// <param name="MesLignes">The lines of the person who reads, the one they sign next first.</param>
    /// <param name="Scellement">Of a complete circuit; null before.</param>
    /// <param name="Auparavant">What the person had signed before the text changed, and what changed; null for others.</param>
    /// <param name="Lecteur">The account of the person who reads.</param>
    /// <param name="ACles">The person who reads can confirm who they are with a passkey.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        IReadOnlyList<Obstacle> Obstacles,
        (int Total, int ParCourriel) Designes,
        CircuitLu? Circuit,
        IReadOnlyList<LigneLue> MesLignes,
        IReadOnlyList<Ancien> Anciens,
        ScellementLu? Scellement,
        MaSignature? Auparavant,
        UtilisateurId? Lecteur,
        bool ACles)
    {
        /// <summary>A scan is looked at by somebody else than who deposited it.</summary>
        public bool PeutControler(LigneLue ligne) => ligne.Depot is { } depot && depot.Par.Id != Lecteur;

        /// <summary>The line that the person may sign now.</summary>
        public LigneLue? ASigner => Circuit is { Statut: StatutSignature.Ouverte, EstExpire: false }
            ? MesLignes.FirstOrDefault(l => l.Etat is EtatLigne.Appelee or EtatLigne.Refusee)
            : null;
    }

    /// <param name="Conservee">Nothing that binds changed: their signature still counts on this text.</param>
    /// <param name="Changements">From what they signed to what is to be signed now.</param>
    public sealed record MaSignature(int NumeroVersion, bool Conservee, ChangementsEntreVersions Changements);

    /// <summary>A circuit voided by a return to the text.</summary>
    public sealed record Ancien(int NumeroVersion, int? Avenant, DateTimeOffset OuverteLe, string Motif, int Recueillies);

    internal sealed class Handler(
        ICtgReadContext db, LectureVersions versions, IDroits droits, IUtilisateurCourant utilisateur, IClesAcces cles, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var signatures = await db.Signatures.Where(s => s.ConventionId == query.Convention).ToListAsync(cancellationToken);
            // an avenant that is being signed comes before the convention that everybody has signed
            var circuit = signatures.Where(s => s.Statut != StatutSignature.Annulee).OrderBy(s => s.Statut != StatutSignature.Ouverte).ThenBy(s => s.AvenantId is not null)
                .FirstOrDefault();
            var obstacles = circuit is null
                ? convention.ObstaclesPour(
                    StatutConvention.EnSignature, await db.LireEtatAsync(query.Convention, cancellationToken), now.JourEnFrance())
                : [];
            var signataires = convention.Parties.SelectMany(p => p.Signataires).ToList();
            return new(
                enTete,
                obstacles,
                (signataires.Count, signataires.Count(s => s.Identite.Courriel is not null)),
                circuit is null ? null : CircuitLu.De(circuit, now),
                [.. circuit?.LignesDe(utilisateur.Courriel).Select(l => LigneLue.De(circuit, l, now)) ?? []],
                [
                    .. signatures.Where(s => s.Statut == StatutSignature.Annulee).OrderByDescending(s => s.NumeroVersion)
                        .Select(s => new Ancien(s.NumeroVersion, s.AvenantNumero, s.OuverteLe, s.MotifAnnulation!, s.Lignes.Count(l => l.EstSignee))),
                ],
                circuit is { EstComplete: true } ? await db.LireScellementAsync(circuit.Id, cancellationToken) : null,
                circuit is null ? null : await AuparavantAsync(circuit, signatures, cancellationToken),
                utilisateur.Id,
                utilisateur.Id is { } id && await cles.EnAAsync(id, cancellationToken));
        }

        private async Task<MaSignature?> AuparavantAsync(Signature circuit, List<Signature> signatures, CancellationToken cancellationToken)
        {
            var signee = signatures.Where(s => s.AvenantId is null && s.Statut == StatutSignature.Annulee && s.LignesDe(utilisateur.Courriel).Any(l => l is { EstVivante: true, EstSignee: true, Report: null }))
                .MaxBy(s => s.NumeroVersion);
            var miennes = circuit.LignesDe(utilisateur.Courriel);
            if (signee is null || circuit.AvenantId is not null || miennes.Count == 0)
            {
                return null;
            }

            var liste = await versions.ListerAsync(circuit.ConventionId, cancellationToken);
            var (avant, apres) = (liste.Single(v => v.Figee?.Numero == signee.NumeroVersion), liste.Single(v => v.Figee?.Numero == circuit.NumeroVersion));
            var changements = await versions.ComparerAsync(circuit.ConventionId, avant, apres, cancellationToken);
            return new(signee.NumeroVersion, miennes.Any(l => l.Report is not null), changements);
        }
    }
}
