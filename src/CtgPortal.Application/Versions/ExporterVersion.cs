using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Versions;

public enum FormatVersion
{
    /// <summary>The very bytes that were kept, whose fingerprint anybody can compute again.</summary>
    Donnees,

    Pdf,
    Word,
}

/// <summary>A version as it was kept, or set on pages from it.</summary>
public static class ExporterVersion
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int Numero, FormatVersion Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(LectureVersions lecture, IConventionPdf pdf, IConventionWord word) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if ((await lecture.ListerAsync(query.Convention, cancellationToken)).Find(v => v.Numero == query.Numero) is not { } version)
            {
                return null;
            }

            var donnees = await lecture.LireAsync(query.Convention, version, cancellationToken);
            if (query.Format == FormatVersion.Donnees)
            {
                return donnees;
            }

            var nom = Path.GetFileNameWithoutExtension(donnees.Nom);
            var dossier = DossierJson.Lire(donnees.Contenu);
            if (query.Format == FormatVersion.Word)
            {
                return word.EnFichier(dossier, nom);
            }

            var contenu = await pdf.ComposerAsync(dossier, cancellationToken);
            return new(nom + ".pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
