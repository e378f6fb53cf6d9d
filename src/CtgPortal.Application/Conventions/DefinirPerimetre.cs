using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class DefinirPerimetre
{
    /// <summary>More than any EPCI has.</summary>
    public const int CommunesMax = 1_000;

    /// <param name="Communes">INSEE codes of all the communes covered.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<string> Communes) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Communes).Must(c => c.Count <= CommunesMax)
            .WithMessage($"Un périmètre compte au plus {CommunesMax} communes.");
    }

    internal sealed class Handler(ICtgDbContext db, IReferentiel referentiel, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var communes = await referentiel.CommunesAsync(
                command.Communes, convention.Perimetre, nameof(command.Communes), cancellationToken);

            convention.DefinirPerimetre(communes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
