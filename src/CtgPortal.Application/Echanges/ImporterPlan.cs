using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

/// <summary>Writes into the plan what the report showed: all of it in one transaction, or nothing.</summary>
public static class ImporterPlan
{
    /// <param name="Empreinte">Of the report that the person read: another plan makes another report.</param>
    /// <param name="SansLesAutres">The person agrees to leave out the lines that cannot be written.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportTableurId Import, int Revision, string Empreinte, bool SansLesAutres) : IRequest<Bilan>, IRequeteSurConvention;

    public sealed record Bilan(int Creees, int Modifiees);

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux, TimeProvider clock) : IRequestHandler<Command, Bilan>
    {
        public async Task<Bilan> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync<ImportPlan>(command.Convention, command.Import, null, cancellationToken);
            if (import.Ecriture is { } deja)
            {
                // a second click: done once, told alike
                return new(deja.Creees.Count, deja.Modifiees.Count);
            }

            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var perimetre = await db.Conventions.AsNoTracking().Where(c => c.Id == command.Convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            var plan = await db.Plans.SingleAsync(p => p.ConventionId == command.Convention, cancellationToken);
            var fiches = await db.FichesAction.Where(f => f.ConventionId == command.Convention).ToListAsync(cancellationToken);
            var lecture = new LectureDePlan(
                await tableaux.LireClasseurAsync(import.Contenu, cancellationToken), import.Lecture, new(plan, fiches, perimetre, etape, Comptes: null));
            var rapport = lecture.Comparer(import.Attendu);
            import.Exiger(rapport, command.Revision, command.Empreinte, command.SansLesAutres);
            await GarderLesEtatsAsync(fiches, rapport, cancellationToken);
            import.NoterEcriture(new EcritureDePlan(db, plan, fiches, lecture.Branches, etape, clock.GetUtcNow()).Ecrire(rapport), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return new(import.Ecriture!.Creees.Count, import.Ecriture.Modifiees.Count);
        }

        /// <summary>A fiche older than the states: its present one is kept before the first change.</summary>
        private async Task GarderLesEtatsAsync(List<FicheAction> fiches, RapportPlan rapport, CancellationToken cancellationToken)
        {
            FicheActionId[] ids = [.. rapport.Lignes.Where(l => l.Suite == SuiteLigne.Modifiee).Select(l => l.Existante!.Value)];
            var gardes = (await db.EtatsFiche.Where(e => ids.Contains(e.FicheActionId)).Select(e => new { e.FicheActionId, e.Revision }).ToListAsync(cancellationToken))
                .Select(e => (e.FicheActionId, e.Revision)).ToHashSet();
            db.EtatsFiche.AddRange(fiches.Where(f => ids.Contains(f.Id) && !gardes.Contains((f.Id, f.Revision))).Select(f => EtatFiche.DAvant(f, clock.GetUtcNow())));
        }
    }
}
