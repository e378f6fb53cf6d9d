using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>The minutes: as they were frozen when the workshop was closed, a draft set on the spot before.</summary>
public static class ExporterCompteRendu
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AtelierId Atelier, FormatDocument Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, ILectureSalle salles, ImprimerieDocuments imprimerie, TimeProvider clock)
        : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken);
            if (atelier is null)
            {
                return null;
            }

            // closed before minutes were kept, or with the demonstration data: set from what is frozen, which no longer changes
            return await FigeAsync(query, atelier, cancellationToken) ?? await imprimerie.ImprimerAsync(
                await db.ComposerAsync(salles, atelier, query.Convention, clock.GetUtcNow().JourEnFrance(), cancellationToken), "compte-rendu", query.Format, cancellationToken);
        }

        private async Task<Fichier?> FigeAsync(Query query, Atelier atelier, CancellationToken cancellationToken)
        {
            var typeMime = ImprimerieDocuments.TypeMime(query.Format);
            return await db.Pieces
                .Where(p => p.ConventionId == query.Convention && p.AtelierId == atelier.Id && p.Nature == NaturePiece.CompteRendu
                    && p.TypeMime == typeMime && p.DeposeeLe == atelier.ClosLe)
                .Select(p => new Fichier(p.Nom, p.TypeMime, p.Contenu, p.Empreinte)).SingleOrDefaultAsync(cancellationToken);
        }
    }

    private static async Task<DocumentCompose> ComposerAsync(
        this ICtgReadContext db, ILectureSalle salles, Atelier atelier, ConventionId convention, DateOnly jour, CancellationToken cancellationToken)
    {
        var territoires = await db.Conventions.Where(c => c.Id == convention).SelectMany(c => c.Titulaires.Select(t => t.Nom)).ToListAsync(cancellationToken);
        return (await CompteRenduCompose.LireAsync(db.Assistances, salles, atelier, cancellationToken)).Composer(string.Join(", ", territoires.Select(Mots.NomEnToutesLettres)), atelier.CompteRendu, jour, fige: atelier.Statut == StatutAtelier.Clos);
    }
}

/// <summary>What the portal can already say, for whoever closes the workshop to begin from.</summary>
public static class ConsulterCompteRendu
{
    [Autorise(Domain.Comptes.Role.Conseiller, Domain.Comptes.Role.Direction, Domain.Comptes.Role.Coordination)]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<string>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, ILectureSalle salles) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query query, CancellationToken cancellationToken)
        {
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken)
                ?? throw new NotFoundException("Atelier unknown.");
            return (await CompteRenduCompose.LireAsync(db.Assistances, salles, atelier, cancellationToken)).Proposition();
        }
    }
}
