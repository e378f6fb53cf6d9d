using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class DefinirFinancements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirFinancements.Ligne> Financements)
        : IRequest<int>, IRequeteSurFiche;

    public sealed record Ligne(string Financeur, int Annee, NatureDepense Nature, decimal? Prevu, decimal? Realise)
    {
        internal Financement VersFinancement() => new(Financeur, Annee, Nature, Prevu, Realise);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Financements).ChildRules(f =>
            {
                f.RuleFor(x => x.Financeur).NotEmpty().WithMessage("Nommez le financeur.").MaximumLength(Financement.FinanceurLongueurMax);
                f.RuleFor(x => x.Annee).InclusiveBetween(Financement.AnneeMin, Financement.AnneeMax);
                f.RuleFor(x => x.Nature).IsInEnum();
                f.RuleFor(x => x.Prevu).InclusiveBetween(0, Financement.MontantMax);
                f.RuleFor(x => x.Realise).InclusiveBetween(0, Financement.MontantMax);
                f.RuleFor(x => x.Prevu).NotNull().When(x => x.Realise is null).WithMessage("Indiquez un montant prévu ou réalisé.");
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            fiche.DefinirFinancements([.. command.Financements.Select(f => f.VersFinancement())], etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return fiche.Revision;
        }
    }
}
