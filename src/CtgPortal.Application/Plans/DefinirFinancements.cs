using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class DefinirFinancements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirFinancements.Ligne> Financements, ArbitrageFiche? Arbitrage = null)
        : IRequest<EnregistrementFiche>, IRequeteSurFiche;

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

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, c => c with { Financements = [.. command.Financements.Select(f => f.VersFinancement())] }, cancellationToken);
    }
}
