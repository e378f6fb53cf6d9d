using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The diagnostic alone, as PDF or to be edited.</summary>
public static class ExporterDiagnostic
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatDocument Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IReferentiel referentiel, ImprimerieDocuments imprimerie, TimeProvider clock)
        : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var convention = await db.Conventions.Where(c => c.Id == query.Convention)
                .Select(c => new { c.CafCode, c.Champs, Titulaires = c.Titulaires.Select(t => t.Nom).ToList() }).SingleOrDefaultAsync(cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (convention is null || diagnostic is null)
            {
                return null;
            }

            var compose = new DiagnosticCompose(
                diagnostic,
                await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken),
                [.. (await db.Enquetes.Where(e => e.ConventionId == query.Convention).ToListAsync(cancellationToken)).OrderBy(e => e.Id.Value)],
                [.. (await db.Entretiens.Where(e => e.ConventionId == query.Convention).ToListAsync(cancellationToken)).OrderBy(e => e.Description.Date).ThenBy(e => e.Id.Value)],
                [.. (await db.DocumentsExistants.Where(d => d.ConventionId == query.Convention).ToListAsync(cancellationToken)).OrderBy(d => d.Id.Value)],
                convention.Champs, await db.LireLibellesDesPiecesAsync(query.Convention, cancellationToken));
            var caf = await referentiel.Cafs.Where(c => c.Code == convention.CafCode).Select(c => c.Nom).SingleAsync(cancellationToken);
            var document = compose.Composer(
                string.Join(" et ", convention.Titulaires.Select(Mots.NomEnToutesLettres)), caf, clock.GetUtcNow().JourEnFrance());
            return await imprimerie.ImprimerAsync(document, "diagnostic-partage", query.Format, cancellationToken);
        }
    }
}
