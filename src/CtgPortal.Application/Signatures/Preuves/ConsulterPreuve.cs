using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>The proof of a circuit, event by event, with its chain computed again.</summary>
public static class ConsulterPreuve
{
    /// <param name="Version">Of the frozen text; null for the last one.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire)]
    public sealed record Query(ConventionId Convention, int? Version = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Entiere">True for who conducts the signature; to a signer, the addresses of the others are not shown.</param>
    /// <param name="Autres">The other versions, the last one first.</param>
    public sealed record Dossier(EnTeteConvention EnTete, DossierDePreuve Preuve, bool Entiere, IReadOnlyList<int> Autres);

    internal sealed class Handler(LecturePreuve lecture) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken) =>
            await lecture.LireAsync(query.Convention, query.Version, cancellationToken) is { } lue
                ? new(lue.EnTete, lue.Dossier, lue.PeutConduire, lue.Autres)
                : null;
    }
}

public enum FormatPreuve
{
    Json,
    Pdf,
}

/// <summary>The same, to be kept or given to a court.</summary>
public static class ExporterPreuve
{
    /// <param name="Version">As for the page.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire)]
    public sealed record Query(ConventionId Convention, int? Version, FormatPreuve Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(LecturePreuve lecture, IPreuvePdf pdf) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await lecture.LireAsync(query.Convention, query.Version, cancellationToken) is not { Dossier: var dossier })
            {
                return null;
            }

            var nom = $"preuve-version-{dossier.Document.Version}";
            var (fichier, type, contenu) = query.Format == FormatPreuve.Pdf
                ? ($"{nom}.pdf", "application/pdf", await pdf.ComposerAsync(dossier, cancellationToken))
                : ($"{nom}.json", "application/json", PreuveJson.Serialiser(dossier));
            return new(fichier, type, contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
