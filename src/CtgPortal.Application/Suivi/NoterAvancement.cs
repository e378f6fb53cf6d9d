using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Suivi;

public static class NoterAvancement
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, Avancement Avancement, string? Motif)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Avancement).IsInEnum();
            RuleFor(c => c.Motif).MaximumLength(SuiviFiche.MotifLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var suivi = await db.LoadSuiviAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            suivi.NoterAvancement(command.Avancement, command.Motif, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return suivi.Revision;
        }
    }
}
