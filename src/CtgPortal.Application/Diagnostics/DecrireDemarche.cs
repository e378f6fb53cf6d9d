using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class DecrireDemarche
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, string? Demarche, IReadOnlyList<string> Sources)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Demarche).MaximumLength(Diagnostic.DemarcheLongueurMax);
            RuleFor(c => c.Sources).Must(s => s.Count <= Diagnostic.SourcesMax).WithMessage($"Citez au plus {Diagnostic.SourcesMax} sources.")
                .Must(s => s.All(x => x.Trim().Length <= Diagnostic.SourceLongueurMax)).WithMessage($"Une source tient en {Diagnostic.SourceLongueurMax} caractères.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.DecrireDemarche(command.Demarche, command.Sources, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
