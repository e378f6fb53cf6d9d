using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class ModifierCadre
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        string Intitule,
        DateOnly? Debut,
        DateOnly? Fin,
        int? Generation,
        IReadOnlyList<string> Champs,
        string? Remplace) : IRequest<int>, IRequeteSurConvention, ICadreSaisi;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new CadreSaisiValidator());
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            convention.ModifierCadre(
                new(command.Intitule, command.EnPeriode(), command.Generation, command.Champs, command.Remplace), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
