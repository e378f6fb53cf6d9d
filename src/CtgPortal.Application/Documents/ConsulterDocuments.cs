using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Reprises;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

/// <summary>Everything that can be downloaded of a convention: the draft or the frozen versions, and the scans.</summary>
public static class ConsulterDocuments
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Controles">Of the text, as long as it may change: better seen before the export than after.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<Version> Versions, IReadOnlyList<Scan> Scans, IReadOnlyList<Obstacle> Controles)
    {
        /// <summary>What the parties signed outside the portal; null when nothing was taken in.</summary>
        public ConsulterReprise.OriginalLu? Original { get; init; }

        /// <summary>A version stands for what the parties sign or signed; otherwise the document is a draft.</summary>
        public Version? EnVigueur => Versions.FirstOrDefault(v => v is { Avenant: null, Statut: not StatutSignature.Annulee });

        public Scelle? Scelle => EnVigueur?.Scelle;

        /// <summary>Those that are signed or being signed, the first one first.</summary>
        public IReadOnlyList<Version> Avenants => [.. Versions.Where(v => v is { Avenant: not null, Statut: not StatutSignature.Annulee }).OrderBy(v => v.Avenant)];
    }

    /// <param name="Avenant">Number of the avenant that this text is; null for the convention itself.</param>
    /// <param name="AvenantId">With its number.</param>
    /// <param name="Scelle">The text signed by all, with its signatures and the seal; null as long as it is not made.</param>
    public sealed record Version(
        int Numero, int? Avenant, AvenantId? AvenantId, StatutSignature Statut, string? MotifAnnulation, DateTimeOffset FigeeLe, string Empreinte, int Taille, Scelle? Scelle);

    public sealed record Scelle(string Empreinte, int Taille, DateTimeOffset HorodateLe);

    public sealed record Scan(PieceId Id, string Nom, int Taille, DateTimeOffset DeposeLe);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var versions = await db.Signatures.Where(s => s.ConventionId == query.Convention)
                .OrderByDescending(s => s.NumeroVersion)
                .Select(s => new Version(
                    s.NumeroVersion, s.AvenantNumero, s.AvenantId, s.Statut, s.MotifAnnulation, s.OuverteLe, s.Empreinte,
                    db.Pieces.Where(p => p.Id == s.TexteId).Select(p => p.Taille).Single(),
                    db.Scellements.Where(x => x.SignatureId == s.Id && x.HorodateLe != null)
                        .SelectMany(x => db.Pieces.Where(p => p.Id == x.PieceId).Select(p => new Scelle(p.Empreinte, p.Taille, x.HorodateLe!.Value))).FirstOrDefault()))
                .ToListAsync(cancellationToken);
            var scans = await db.Pieces.Where(p => p.ConventionId == query.Convention && p.Nature == NaturePiece.ScanSignature)
                .OrderBy(p => p.DeposeeLe)
                .Select(p => new Scan(p.Id, p.Nom, p.Taille, p.DeposeeLe))
                .ToListAsync(cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            return new(enTete, versions, scans, await db.LireControlesAsync(convention, cancellationToken))
            {
                Original = convention.SigneeHorsPortail ? await db.LireOriginalAsync(query.Convention, cancellationToken) : null,
            };
        }
    }
}

/// <summary>The bytes of one stored file.</summary>
public static class ConsulterPiece
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, PieceId Piece) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Fichier?>
    {
        public Task<Fichier?> Handle(Query query, CancellationToken cancellationToken) =>
            db.Pieces.Where(p => p.ConventionId == query.Convention && p.Id == query.Piece)
                .Select(p => new Fichier(p.Nom, p.TypeMime, p.Contenu, p.Empreinte))
                .SingleOrDefaultAsync(cancellationToken);
    }
}
