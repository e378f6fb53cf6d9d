using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The validations of a diagnostic, the latest first, and what changed since.</summary>
public static class ListerValidations
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Depuis">How many things differ from the latest validation; null without validation.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        ReperesDiagnostic Reperes,
        DateTimeOffset? ValideLe,
        IReadOnlyList<Ligne> Validations,
        int? Depuis,
        IReadOnlyList<Obstacle> ObstaclesALaValidation,
        IReadOnlyList<Obstacle> ObstaclesALaReouverture);

    /// <param name="EstIntacte">False when the content no longer has its fingerprint.</param>
    public sealed record Ligne(
        int Numero, DateTimeOffset Le, string Par, string Empreinte, bool EstIntacte,
        int Indicateurs, int Valeurs, int Constats, int Enquetes, int Entretiens, int Documents);

    internal sealed class Handler(ICtgReadContext db, IReferentiel referentiel, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || diagnostic is null)
            {
                return null;
            }

            var validations = await db.ValidationsDiagnostic.Where(v => v.ConventionId == query.Convention)
                .OrderByDescending(v => v.Numero).ToListAsync(cancellationToken);
            var actuelle = await db.PhotographierAsync(referentiel, diagnostic, cancellationToken);
            return new(
                enTete, await db.LireReperesAsync(query.Convention, cancellationToken), diagnostic.ValideLe,
                [.. validations.Select(EnLigne)],
                validations.Count == 0 ? null : DifferencesDiagnostic.Entre(PhotographieDiagnostic.Lire(validations[0].Contenu), actuelle).Count,
                diagnostic.ObstaclesALaValidation(enTete.Statut), diagnostic.ObstaclesALaReouverture(enTete.Statut));
        }

        private static Ligne EnLigne(ValidationDiagnostic validation)
        {
            var photographie = PhotographieDiagnostic.Lire(validation.Contenu);
            return new(
                validation.Numero, validation.Le, validation.ParNom, validation.Empreinte, validation.EstIntacte,
                photographie.Indicateurs.Count, photographie.Indicateurs.Sum(i => i.Valeurs.Count), photographie.Constats.Count,
                photographie.Enquetes.Count, photographie.Entretiens.Count, photographie.Documents.Count);
        }
    }

    internal static async Task<PhotographieDiagnostic> PhotographierAsync(
        this ICtgReadContext db, IReferentiel referentiel, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await PhotographieDiagnostic.PrendreAsync(
            diagnostic, await LectureChiffres.MontrablesAsync(db.Conventions, referentiel, diagnostic, cancellationToken), db.Enquetes, db.Entretiens, db.DocumentsExistants, db.PiecesJointes, db.Pieces, cancellationToken);
}

/// <summary>What differs between a validation and another, or the diagnostic of now.</summary>
public static class ConsulterDifferences
{
    /// <param name="De">Null for the latest validation.</param>
    /// <param name="A">Null for the diagnostic of now.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? De = null, int? A = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="De">Null when nothing was ever validated: there is nothing to compare with.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<Validation> Validations, Validation? De, Validation? A, IReadOnlyList<Difference> Differences);

    public sealed record Validation(int Numero, DateTimeOffset Le, string Par);

    internal sealed class Handler(ICtgReadContext db, IReferentiel referentiel, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || diagnostic is null)
            {
                return null;
            }

            var validations = await db.ValidationsDiagnostic.Where(v => v.ConventionId == query.Convention)
                .OrderBy(v => v.Numero).ToListAsync(cancellationToken);
            var de = query.De is { } premier ? validations.Find(v => v.Numero == premier) : validations.LastOrDefault();
            var a = query.A is { } second ? validations.Find(v => v.Numero == second) : null;
            if ((query.De is not null && de is null) || (query.A is not null && a is null))
            {
                return null;
            }

            return new(
                enTete, [.. validations.Select(v => Resumer(v)!)], Resumer(de), Resumer(a),
                de is null
                    ? []
                    : DifferencesDiagnostic.Entre(
                        PhotographieDiagnostic.Lire(de.Contenu),
                        a is null ? await db.PhotographierAsync(referentiel, diagnostic, cancellationToken) : PhotographieDiagnostic.Lire(a.Contenu)));
        }

        private static Validation? Resumer(ValidationDiagnostic? validation) =>
            validation is null ? null : new(validation.Numero, validation.Le, validation.ParNom);
    }
}

/// <summary>The very bytes that a validation froze, whose fingerprint anybody can compute again.</summary>
public static class ExporterValidation
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int Numero) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var validation = await db.ValidationsDiagnostic.SingleOrDefaultAsync(
                v => v.ConventionId == query.Convention && v.Numero == query.Numero, cancellationToken);
            return validation is null
                ? null
                : new($"diagnostic-validation-{validation.Numero}.json", "application/json", System.Text.Encoding.UTF8.GetBytes(validation.Contenu), validation.Empreinte);
        }
    }
}
