using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class DefinirOperations
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DescriptionOperation> Operations)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Operations).ChildRules(o =>
            {
                o.RuleFor(x => x.Intitule).NotEmpty().WithMessage("Donnez un intitulé à cette opération.").MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Pilote).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Public).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Calendrier).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Budget).InclusiveBetween(0, Financement.MontantMax);
                o.RuleFor(x => x.Indicateurs).MaximumLength(Operation.IndicateursLongueurMax);
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            fiche.DefinirOperations(command.Operations, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return fiche.Revision;
        }
    }
}
