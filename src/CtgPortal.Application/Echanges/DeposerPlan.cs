using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

/// <summary>Takes a sheet of fiches and proposes what its columns are; nothing is written in the plan.</summary>
public static class DeposerPlan
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string NomFichier, byte[] Fichier) : IRequest<ImportPlanId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fichier)
            .Must(f => f.Length > 0).WithMessage("Joignez le classeur ou le CSV du plan.")
            .Must(f => f.Length <= ImportPlan.OctetsMax).WithMessage($"Ce fichier dépasse {ImportPlan.OctetsMax / 1024 / 1024} Mo. Gardez la feuille utile.");
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ImportPlanId>
    {
        public async Task<ImportPlanId> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var classeur = await tableaux.LireClasseurAsync(command.Fichier, cancellationToken);
            var (reconnaissance, _) = await db.ReconnaissanceAsync(command.Convention, cancellationToken);
            var enAttente = await db.ImportsPlan.CountAsync(i => i.ConventionId == command.Convention && i.EcritLe == null, cancellationToken);

            var import = ImportPlan.Deposer(
                command.Convention, command.NomFichier, command.Fichier, reconnaissance.Proposer(classeur), utilisateur.Nom, enAttente, etape, clock.GetUtcNow());

            db.ImportsPlan.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            return import.Id;
        }
    }
}
