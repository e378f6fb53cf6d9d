using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Versions;

/// <summary>What is not the same in two versions, or in one and the convention of now.</summary>
public static class ConsulterComparaison
{
    /// <param name="De">Null for the latest version.</param>
    /// <param name="A">Null for the convention as it is now.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? De = null, int? A = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Changements">Null when no version was ever kept: there is nothing to compare with.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<VersionLue> Versions, ChangementsEntreVersions? Changements);

    internal sealed class Handler(ICtgReadContext db, LectureVersions lecture, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var versions = await lecture.ListerAsync(query.Convention, cancellationToken);
            return versions.Choisir(query.De, query.A) is { } choix
                ? new(enTete, versions, await lecture.ComparerAsync(query.Convention, choix.De, choix.A, cancellationToken))
                : query.De is null && query.A is null ? new(enTete, versions, null) : null;
        }
    }

    /// <summary>Null when one of the two does not exist.</summary>
    internal static (VersionLue De, VersionLue? A)? Choisir(this IReadOnlyList<VersionLue> versions, int? de, int? a)
    {
        var avant = de is null ? versions.Count == 0 ? null : versions[0] : versions.FirstOrDefault(v => v.Numero == de);
        var apres = a is null ? null : versions.FirstOrDefault(v => v.Numero == a);
        return avant is null || (a is not null && apres is null) ? null : (avant, apres);
    }
}

/// <summary>The same, as a document.</summary>
public static class ExporterComparaison
{
    /// <param name="Partie">Only what changed there; null for everything.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? De, int? A, PartieComparee? Partie, FormatDocument Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, LectureVersions lecture, IDroits droits, ImprimerieDocuments imprimerie) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var versions = await lecture.ListerAsync(query.Convention, cancellationToken);
            if (enTete is null || versions.Choisir(query.De, query.A) is not { } choix)
            {
                return null;
            }

            var changements = await lecture.ComparerAsync(query.Convention, choix.De, choix.A, cancellationToken);
            return await imprimerie.ImprimerAsync(
                ComparaisonComposee.Composer(changements, enTete.Intitule, string.Join(" et ", enTete.Titulaires.Select(Mots.NomEnToutesLettres)), query.Partie),
                $"ce-qui-a-change-{choix.De.Numero}-{choix.A?.Numero.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "maintenant"}", query.Format, cancellationToken);
        }
    }
}
