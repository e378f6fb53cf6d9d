using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

public static class PlanifierAtelier
{
    /// <param name="PartageAvec">Neighbours that hold the same workshop; the person must be allowed to plan one there too.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, IReadOnlyList<ConventionId> PartageAvec, SaisieAtelier Saisie)
        : IRequest<AtelierId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieAtelier.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Command, AtelierId>
    {
        public async Task<AtelierId> Handle(Command command, CancellationToken cancellationToken)
        {
            ConventionId[] autres = [.. command.PartageAvec.Where(c => c != command.Convention).Distinct()];
            foreach (var autre in autres)
            {
                await droits.ExigerPartageAsync(autre, cancellationToken);
            }

            var etapes = await db.EtapesAsync(command.Convention, autres, cancellationToken);

            var atelier = Atelier.Planifier([command.Convention, .. autres], command.Saisie.VersDescription(), etapes, clock.GetUtcNow());

            db.Ateliers.Add(atelier);
            await db.SaveChangesAsync(cancellationToken);
            return atelier.Id;
        }
    }
}
