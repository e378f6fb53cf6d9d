using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class ModifierConstat
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, ConstatId Constat, string? Champ, NatureConstat? Nature, string? Texte)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Champ).NotEmpty().WithMessage("Choisissez un champ.").MaximumLength(Indicateur.ChampLongueurMax);
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez le constat.").MaximumLength(Domain.Diagnostics.Constat.TexteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.ModifierConstat(command.Constat, command.Champ!, command.Nature!.Value, command.Texte!, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
