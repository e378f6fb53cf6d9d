using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>Writes into annexe 2 what the report showed: all of it in one transaction, or nothing.</summary>
public static class ImporterEquipements
{
    /// <param name="Empreinte">Of the report that the person read.</param>
    /// <param name="SansLesAutres">The person agrees to leave out the lines that cannot be written.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportTableurId Import, int Revision, string Empreinte, bool SansLesAutres) : IRequest<Bilan>, IRequeteSurConvention;

    public sealed record Bilan(int Ajoutes, int Modifies);

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux, TimeProvider clock) : IRequestHandler<Command, Bilan>
    {
        public async Task<Bilan> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync<ImportEquipements>(command.Convention, command.Import, null, cancellationToken);
            if (import.EcritLe is not null)
            {
                // a second click: done once, told alike
                return new(import.Ajoutes, import.Modifies);
            }

            var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == command.Convention)
                .Select(c => new { c.Statut, Perimetre = c.Perimetre.ToList() }).SingleAsync(cancellationToken);
            var existants = await db.Equipements.Where(e => e.ConventionId == command.Convention).ToListAsync(cancellationToken);
            var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
            var rapport = new LectureFichierEquipements(classeur, import.Lecture, convention.Perimetre, existants).Comparer(convention.Statut, import.Attendu);
            import.Exiger(rapport, command.Revision, command.Empreinte, command.SansLesAutres);
            Ecrire(import, rapport, existants, convention.Statut, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new(import.Ajoutes, import.Modifies);
        }

        private void Ecrire(
            ImportEquipements import, RapportEquipements rapport, List<EquipementSoutenu> existants, StatutConvention etape, DateTimeOffset now)
        {
            var nouveaux = rapport.Lignes.Where(l => l.Suite == SuiteLigne.Nouvelle)
                .Select(l => EquipementSoutenu.Inscrire(import.ConventionId, l.Code, l.Description!, etape, now, importe: true)).ToList();
            var modifies = rapport.Lignes.Where(l => l.Suite == SuiteLigne.Modifiee).ToList();
            modifies.ForEach(l => existants.Single(e => e.Id == l.Existant).Modifier(l.Description!, etape, now));
            db.Equipements.AddRange(nouveaux);
            import.NoterEcriture(nouveaux.Count, modifies.Count, now);
        }
    }
}
