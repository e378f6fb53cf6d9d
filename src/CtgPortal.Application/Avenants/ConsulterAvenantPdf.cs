using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>The document of an avenant: sealed, as it was frozen, or a draft set on the spot.</summary>
public static class ConsulterAvenantPdf
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AvenantId Avenant) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, AssembleurAvenant assembleur, IConventionPdf pdf, LectureProuvee lecture) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var avenant = await db.TrouverAvenantAsync(query.Convention, query.Avenant, cancellationToken);
            if (await db.LireTexteScelleAsync(query.Convention, avenant.Id, cancellationToken) is { } scelle)
            {
                return scelle;
            }

            if (await db.LireAvenantFigeAsync(avenant, NaturePiece.TexteFige, cancellationToken) is { } fige)
            {
                await lecture.NoterAsync(query.Convention, fige.Empreinte, cancellationToken);
                return fige;
            }

            var (dossier, _) = await assembleur.AssemblerAsync(avenant, version: null, cancellationToken);
            var contenu = await pdf.ComposerAsync(dossier, cancellationToken);
            return new($"avenant-{avenant.Numero}-projet.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }

    internal static async Task<Avenant> TrouverAvenantAsync(this ICtgReadContext db, ConventionId convention, AvenantId id, CancellationToken cancellationToken) =>
        await db.Avenants.SingleOrDefaultAsync(a => a.Id == id && a.ConventionId == convention, cancellationToken) ?? throw new NotFoundException("Avenant unknown.");

    internal static async Task<Fichier?> LireAvenantFigeAsync(this ICtgReadContext db, Avenant avenant, NaturePiece nature, CancellationToken cancellationToken) =>
        await db.Signatures.Where(s => s.ConventionId == avenant.ConventionId && s.AvenantId == avenant.Id && s.Statut != StatutSignature.Annulee)
            .Select(s => (int?)s.NumeroVersion).SingleOrDefaultAsync(cancellationToken) is { } version
            ? await db.LirePieceFigeeAsync(avenant.ConventionId, version, nature, cancellationToken)
            : null;
}

/// <summary>The same, to be circulated and annotated in a word processor.</summary>
public static class ExporterAvenantWord
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AvenantId Avenant) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, AssembleurAvenant assembleur, IConventionWord word) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var avenant = await db.TrouverAvenantAsync(query.Convention, query.Avenant, cancellationToken);
            var figees = await db.LireAvenantFigeAsync(avenant, NaturePiece.DonneesFigees, cancellationToken);
            var dossier = figees is null ? (await assembleur.AssemblerAsync(avenant, version: null, cancellationToken)).Dossier : DossierJson.Lire(figees.Contenu);
            return word.EnFichier(dossier, $"avenant-{avenant.Numero}{(figees is null ? "-projet" : "")}");
        }
    }
}
