using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>A sheet of équipements: its columns, and the report of every line against annexe 2 as it is now.</summary>
public static class ConsulterImportEquipements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, ImportTableurId Import) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Rapport">Null once it is written.</param>
    public sealed record Dossier(EnTeteConvention EnTete, DepotTableur Import, IReadOnlyList<FeuilleLue> Feuilles, RapportEquipements? Rapport)
        : DossierTableur(EnTete, Import, Feuilles)
    {
        public override RapportTableur? RapportDuFichier => Rapport;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, ITableaux tableaux) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var import = await db.ImportsTableur.OfType<ImportEquipements>()
                .SingleOrDefaultAsync(i => i.Id == query.Import && i.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || import is null)
            {
                return null;
            }

            var depot = DepotTableur.De(import);
            if (import.EcritLe is not null)
            {
                return new(enTete, depot, [], null);
            }

            var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
            var perimetre = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            var existants = await db.Equipements.Where(e => e.ConventionId == query.Convention).ToListAsync(cancellationToken);
            return new(
                enTete, depot, classeur.Feuilles,
                new LectureFichierEquipements(classeur, import.Lecture, perimetre, existants).Comparer(enTete.Statut, import.Attendu));
        }
    }
}
