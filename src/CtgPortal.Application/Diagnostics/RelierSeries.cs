using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A person says what each thing counted by the file becomes in the diagnostic.</summary>
public static class RelierSeries
{
    /// <param name="Champ">Of the indicators to be added.</param>
    /// <param name="Noms">Typed for new indicators, used or not.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, ImportChiffresId Import, int Revision, IReadOnlyList<LiaisonSerie> Liaisons, string? Champ, IReadOnlyList<string?> Noms)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Champ).MaximumLength(Indicateur.ChampLongueurMax);
            RuleForEach(c => c.Noms).MaximumLength(Indicateur.IntituleLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Revision, cancellationToken);

            import.Relier(command.Liaisons, command.Champ);

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
