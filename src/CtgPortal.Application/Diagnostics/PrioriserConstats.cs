using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Chooses the priority of several findings in one go.</summary>
public static class PrioriserConstats
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<Choix> Priorites) : IRequest<int>, IRequeteSurConvention;

    /// <param name="Priorite">Null for none.</param>
    public sealed record Choix(ConstatId Constat, PrioriteConstat? Priorite);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Priorites).ChildRules(p => p.RuleFor(x => x.Priorite).IsInEnum());
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.PrioriserConstats(
                command.Priorites.DistinctBy(p => p.Constat).ToDictionary(p => p.Constat, p => p.Priorite), etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
