using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using MediatR;

namespace CtgPortal.Application.Documents;

/// <summary>The document: sealed once it is, else the frozen version as stored when there is one that stands, a draft set on the spot otherwise.</summary>
public static class ConsulterConventionPdf
{
    /// <param name="Version">A frozen version by its number, void ones included, as it was before anybody signed; null for the one that stands, or a draft.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? Version = null) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, AssembleurDossier assembleur, IConventionPdf pdf, LectureProuvee lecture) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.Version is null && await db.LireTexteScelleAsync(query.Convention, avenant: null, cancellationToken) is { } scelle)
            {
                return scelle;
            }

            if (await db.LirePieceFigeeAsync(query.Convention, query.Version, NaturePiece.TexteFige, cancellationToken) is { } fige)
            {
                await lecture.NoterAsync(query.Convention, fige.Empreinte, cancellationToken);
                return fige;
            }

            var dossier = await assembleur.AssemblerAsync(query.Convention, version: null, cancellationToken);
            var contenu = await pdf.ComposerAsync(dossier, cancellationToken);
            return new("convention-projet.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}

/// <summary>The same document to be circulated and annotated in a word processor; a frozen version says that its PDF alone is signed.</summary>
public static class ExporterConventionWord
{
    /// <param name="Version">As for the PDF.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? Version = null) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, AssembleurDossier assembleur, IConventionWord word) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var figees = await db.LirePieceFigeeAsync(query.Convention, query.Version, NaturePiece.DonneesFigees, cancellationToken);
            var dossier = figees is null
                ? await assembleur.AssemblerAsync(query.Convention, version: null, cancellationToken)
                : DossierJson.Lire(figees.Contenu);
            return word.EnFichier(dossier, figees is null ? "convention-projet" : $"convention-version-{dossier.VersionNumero}");
        }
    }
}

/// <summary>The same data as JSON.</summary>
public static class ExporterConvention
{
    /// <param name="Version">As for the PDF.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? Version = null) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, AssembleurDossier assembleur) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LirePieceFigeeAsync(query.Convention, query.Version, NaturePiece.DonneesFigees, cancellationToken) is { } figees)
            {
                return figees;
            }

            var contenu = DossierJson.Serialiser(await assembleur.AssemblerAsync(query.Convention, version: null, cancellationToken));
            return new("convention-projet.json", "application/json", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
