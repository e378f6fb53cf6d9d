using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>A line that bears the id of an indicator keeps it, and with it its readings.</summary>
public static class DefinirIndicateurs
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirIndicateurs.Ligne> Indicateurs, ArbitrageFiche? Arbitrage = null)
        : IRedactionDeFiche
    {
        public ContenuFiche Saisir(ContenuFiche contenu) => contenu.AvecIndicateurs([.. Indicateurs.Select(i => (i.Id, i.VersDescription()))]);
    }

    public const decimal ValeurMax = 1_000_000_000m;

    public sealed record Ligne(
        IndicateurFicheId? Id, string Intitule, TypeIndicateur Type, CategorieIndicateur? Categorie, string? Unite,
        decimal? ValeurInitiale, decimal? Cible, string? Source, string? Responsable,
        string? SituationInitiale = null, string? SituationVisee = null)
    {
        internal DescriptionIndicateur VersDescription() =>
            new(Intitule, Type, Categorie, Unite, ValeurInitiale, Cible, Source, Responsable, SituationInitiale, SituationVisee);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Indicateurs).ChildRules(l =>
            {
                l.RuleFor(x => x.Intitule).NotEmpty().WithMessage("Donnez un intitulé à cet indicateur.").MaximumLength(Limites.CourtMax);
                l.RuleFor(x => x.Type).IsInEnum();
                l.RuleFor(x => x.Categorie).IsInEnum();
                l.RuleFor(x => x.Unite).MaximumLength(DescriptionIndicateur.UniteLongueurMax);
                l.RuleFor(x => x.ValeurInitiale).InclusiveBetween(-ValeurMax, ValeurMax);
                l.RuleFor(x => x.Cible).InclusiveBetween(-ValeurMax, ValeurMax);
                l.RuleFor(x => x.SituationInitiale).MaximumLength(Limites.CourtMax);
                l.RuleFor(x => x.SituationVisee).MaximumLength(Limites.CourtMax);
                l.RuleFor(x => x.Source).MaximumLength(Limites.CourtMax);
                l.RuleFor(x => x.Responsable).MaximumLength(Limites.CourtMax);
            });
        }
    }

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, command.Saisir, cancellationToken);
    }
}
