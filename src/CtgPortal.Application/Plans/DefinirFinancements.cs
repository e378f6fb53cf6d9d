using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>The money of a fiche as a grid: what a funder brings for a nature, year by year. A year without amount is no line.</summary>
public static class DefinirFinancements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirFinancements.Rang> Financements, ArbitrageFiche? Arbitrage = null)
        : IRedactionDeFiche
    {
        public ContenuFiche Saisir(ContenuFiche contenu) => contenu with { Financements = [.. Financements.SelectMany(f => f.VersFinancements())] };
    }

    public sealed record Rang(string Financeur, NatureDepense Nature, IReadOnlyList<Cellule> Cellules)
    {
        internal IEnumerable<Financement> VersFinancements() =>
            Cellules.Where(c => c.EstRemplie).Select(c => new Financement(Financeur, c.Annee, Nature, c.Prevu, c.Realise));
    }

    public sealed record Cellule(int Annee, decimal? Prevu, decimal? Realise)
    {
        internal bool EstRemplie => Prevu is not null || Realise is not null;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Financements).ChildRules(f =>
            {
                f.RuleFor(x => x.Financeur).NotEmpty().WithMessage("Nommez le financeur.").MaximumLength(Financement.FinanceurLongueurMax)
                    .Must((rang, _) => rang.Cellules.Any(c => c.EstRemplie)).WithMessage("Indiquez au moins un montant, ou retirez cette ligne.");
                f.RuleFor(x => x.Nature).IsInEnum();
                f.RuleForEach(x => x.Cellules).ChildRules(c =>
                {
                    c.RuleFor(x => x.Annee).InclusiveBetween(Financement.AnneeMin, Financement.AnneeMax);
                    c.RuleFor(x => x.Prevu).InclusiveBetween(0, Financement.MontantMax);
                    c.RuleFor(x => x.Realise).InclusiveBetween(0, Financement.MontantMax);
                });
            });
        }
    }

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, command.Saisir, cancellationToken);
    }
}
