using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>A line that bears the id of an operation is that one, rewritten.</summary>
public static class DefinirOperations
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirOperations.Ligne> Operations, ArbitrageFiche? Arbitrage = null)
        : IRedactionDeFiche
    {
        public ContenuFiche Saisir(ContenuFiche contenu) => contenu.AvecOperations([.. Operations.Select(o => (o.Id, o.VersDescription()))]);
    }

    /// <param name="Id">Null for a new one.</param>
    public sealed record Ligne(
        OperationId? Id, string Intitule, string? Pilote, string? Public, decimal? Budget, string? Calendrier, string? Indicateurs, DateOnly? Echeance = null)
    {
        internal DescriptionOperation VersDescription() => new(Intitule, Pilote, Public, Budget, Calendrier, Indicateurs, Echeance);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Operations).ChildRules(o =>
            {
                o.RuleFor(x => x.Intitule).NotEmpty().WithMessage("Donnez un intitulé à cette opération.").MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Pilote).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Public).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Calendrier).MaximumLength(Limites.CourtMax);
                o.RuleFor(x => x.Echeance).Must(e => e is null or { Year: >= Financement.AnneeMin and <= Financement.AnneeMax }).WithMessage("Cette date n’est pas plausible.");
                o.RuleFor(x => x.Budget).InclusiveBetween(0, Financement.MontantMax);
                o.RuleFor(x => x.Indicateurs).MaximumLength(Operation.IndicateursLongueurMax);
            });
        }
    }

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, command.Saisir, cancellationToken);
    }
}
