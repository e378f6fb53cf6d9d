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
        string? Preambule,
        string? Gouvernance,
        string? Evaluation,
        string? Remplace) : IRequest<int>, IRequeteSurConvention, ICadreSaisi;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new CadreSaisiValidator());
            RuleFor(c => c.Preambule).MaximumLength(CadreConvention.TexteLongueurMax).WithMessage(TropLong);
            RuleFor(c => c.Gouvernance).MaximumLength(CadreConvention.TexteLongueurMax).WithMessage(TropLong);
            RuleFor(c => c.Evaluation).MaximumLength(CadreConvention.TexteLongueurMax).WithMessage(TropLong);
        }

        private const string TropLong = "Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.";
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            convention.ModifierCadre(
                new(
                    command.Intitule, command.EnPeriode(), command.Generation, command.Champs,
                    command.Preambule, command.Gouvernance, command.Evaluation, command.Remplace),
                clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
