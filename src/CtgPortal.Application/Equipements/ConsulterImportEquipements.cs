using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>A sheet of équipements: its columns, and the report of every line against annexe 2 as it is now.</summary>
public static class ConsulterImportEquipements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, ImportTableurId Import) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Feuilles">Empty once it is written.</param>
    /// <param name="Rapport">Null once it is written.</param>
    public sealed record Dossier(EnTeteConvention EnTete, Depot Import, IReadOnlyList<FeuilleLue> Feuilles, RapportEquipements? Rapport)
    {
        /// <summary>The first words of a column, under its name.</summary>
        public string Exemples(int colonne) => string.Join(
            ", ", Lignes.Where(l => l.Numero > Import.Lecture.LigneEnTete).Select(l => l.Cellule(colonne)).Where(c => c.Length > 0).Distinct().Take(3)
                .Select(c => c.Length > 40 ? $"{c[..40]}…" : c));

        public string NomDeColonne(int colonne) =>
            Lignes.FirstOrDefault(l => l.Numero == Import.Lecture.LigneEnTete)?.Cellule(colonne) is { Length: > 0 } nom ? nom : $"Colonne {colonne + 1}";

        private IReadOnlyList<LigneLue> Lignes => Import.Lecture.Feuille < Feuilles.Count ? Feuilles[Import.Lecture.Feuille].Lignes : [];
    }

    public sealed record Depot(
        ImportTableurId Id, int Revision, string Fichier, LectureTableur Lecture, bool EstPrecise, int? Attendu, DateTimeOffset? EcritLe, int Ajoutes, int Modifies);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, ITableaux tableaux) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var import = await db.ImportsTableur.SingleOrDefaultAsync(
                i => i.Id == query.Import && i.ConventionId == query.Convention && i.Nature == NatureImport.Equipements, cancellationToken);
            if (enTete is null || import is null)
            {
                return null;
            }

            var depot = new Depot(
                import.Id, import.Revision, import.Fichier, import.Lecture, import.EstPrecise, import.Attendu, import.EcritLe, import.Ajoutes, import.Modifies);
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
