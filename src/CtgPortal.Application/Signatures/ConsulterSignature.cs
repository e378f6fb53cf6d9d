using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
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
    /// <param name="MaLigne">The row of the person who reads, when they are designated.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        IReadOnlyList<Obstacle> Obstacles,
        (int Total, int ParCourriel) Designes,
        Circuit? Circuit,
        Ligne? MaLigne,
        IReadOnlyList<Ancien> Anciens);

    public sealed record Circuit(int NumeroVersion, StatutSignature Statut, string Empreinte, DateTimeOffset OuverteLe, IReadOnlyList<Ligne> Lignes)
    {
        public int Recueillies => Lignes.Count(l => l.Mode is not null);
    }

    public sealed record Ligne(
        SignataireId Signataire, string Partie, string NomComplet, string Qualite, string? Delegation, bool AUneAdresse,
        ModeSignature? Mode, DateOnly? SigneeLe, PieceId? Scan);

    /// <summary>A circuit voided by a return to the text.</summary>
    public sealed record Ancien(int NumeroVersion, DateTimeOffset OuverteLe, string Motif, int Recueillies);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var signatures = await db.Signatures.Where(s => s.ConventionId == query.Convention).ToListAsync(cancellationToken);
            var circuit = signatures.SingleOrDefault(s => s.Statut != StatutSignature.Annulee);
            var obstacles = circuit is null
                ? convention.ObstaclesPour(
                    StatutConvention.EnSignature, await db.LireEtatAsync(query.Convention, cancellationToken), clock.GetUtcNow().JourEnFrance())
                : [];
            var signataires = convention.Parties.SelectMany(p => p.Signataires).ToList();
            return new(
                enTete,
                obstacles,
                (signataires.Count, signataires.Count(s => s.Identite.Courriel is not null)),
                circuit is null ? null : new(circuit.NumeroVersion, circuit.Statut, circuit.Empreinte, circuit.OuverteLe, [.. circuit.Lignes.Select(Lire)]),
                circuit?.LigneDe(utilisateur.Courriel) is { } mienne ? Lire(mienne) : null,
                [
                    .. signatures.Where(s => s.Statut == StatutSignature.Annulee).OrderByDescending(s => s.NumeroVersion)
                        .Select(s => new Ancien(s.NumeroVersion, s.OuverteLe, s.MotifAnnulation!, s.Lignes.Count(l => l.EstSignee))),
                ]);
        }

        private static Ligne Lire(LigneSignature l) =>
            new(l.SignataireId, l.Partie, l.NomComplet, l.Qualite, l.Delegation, l.Courriel is not null, l.Mode, l.SigneeLe, l.ScanId);
    }
}
