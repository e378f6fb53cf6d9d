using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

/// <summary>The contrats enfance jeunesse that the convention takes over from, all at once.</summary>
public static class DefinirAnciensCej
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<AncienCej> AnciensCej) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.AnciensCej).Must(a => a.Count <= Convention.AnciensCejMax).WithMessage($"Au plus {Convention.AnciensCejMax} CEJ.");
            RuleForEach(c => c.AnciensCej).ChildRules(cej =>
            {
                cej.RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez le numéro ou le titre de ce CEJ.")
                    .MaximumLength(AncienCej.IntituleLongueurMax).WithMessage("Ce titre compte au plus {MaxLength} caractères.");
                cej.RuleFor(c => c.Collectivites).Must(l => l.Count <= AncienCej.CollectivitesMax && l.All(x => x.Trim().Length <= AncienCej.CollectiviteLongueurMax))
                    .WithMessage("Ces collectivités sont trop nombreuses, ou l’un de leurs noms est trop long.");
                cej.RuleFor(c => c.Fin).Must(f => f is null or { Year: >= AncienCej.AnneeMin and <= AncienCej.AnneeMax })
                    .WithMessage($"La fin d’un CEJ se situe entre {AncienCej.AnneeMin} et {AncienCej.AnneeMax}.");
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            convention.DefinirAnciensCej(command.AnciensCej, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
