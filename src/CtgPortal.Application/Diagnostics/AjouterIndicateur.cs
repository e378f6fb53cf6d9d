using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterIndicateur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        string? Champ,
        string? Intitule,
        string? Unite,
        NatureIndicateur? Nature,
        string? Definition = null,
        string? SourceUsuelle = null,
        int? Seuil = null)
        : IRequest<IndicateurId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Champ).NotEmpty().WithMessage("Choisissez un champ.").MaximumLength(Indicateur.ChampLongueurMax);
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Nommez l’indicateur.").MaximumLength(Indicateur.IntituleLongueurMax);
            RuleFor(c => c.Unite).MaximumLength(Indicateur.UniteLongueurMax);
            RuleFor(c => c.Nature).NotNull().WithMessage("Dites ce que l’indicateur mesure.").IsInEnum();
            RuleFor(c => c.Definition).MaximumLength(Indicateur.DefinitionLongueurMax);
            RuleFor(c => c.SourceUsuelle).MaximumLength(ValeurIndicateur.SourceLongueurMax);
            RuleFor(c => c.Seuil).InclusiveBetween(1, Indicateur.SeuilMax);
            RuleFor(c => c.Seuil).Null().When(c => c.Nature is not null and not NatureIndicateur.Effectif)
                .WithMessage("Seul un nombre a un seuil de secret.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, IndicateurId>
    {
        public async Task<IndicateurId> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var id = diagnostic.AjouterIndicateur(
                new(command.Champ, command.Intitule, command.Unite, command.Nature!.Value, command.Definition, command.SourceUsuelle, command.Seuil),
                etape,
                clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
