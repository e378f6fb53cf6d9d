using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class RenseignerValeur
{
    /// <param name="Geographie">Key of a place among those offered; empty when <paramref name="AutreGeographie"/> names another one.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        IndicateurId Indicateur,
        int? Annee,
        string? Geographie,
        string? AutreGeographie,
        decimal? Valeur,
        string? Source)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Annee).NotNull().WithMessage("Indiquez l’année du chiffre.");
            RuleFor(c => c.Geographie).Must((c, g) => !string.IsNullOrWhiteSpace(g) || !string.IsNullOrWhiteSpace(c.AutreGeographie))
                .WithMessage("Choisissez un territoire, ou nommez-en un autre.");
            RuleFor(c => c.AutreGeographie).MaximumLength(TerritoireRef.NomLongueurMax);
            RuleFor(c => c.AutreGeographie).Must((c, autre) => string.IsNullOrWhiteSpace(autre) || string.IsNullOrWhiteSpace(c.Geographie))
                .WithMessage("Choisissez un territoire de la liste ou nommez-en un autre, pas les deux.");
            RuleFor(c => c.Valeur).NotNull().WithMessage("Indiquez la valeur.");
            RuleFor(c => c.Source).NotEmpty().WithMessage("Citez la source du chiffre.").MaximumLength(ValeurIndicateur.SourceLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, IReferentiel referentiel, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var territoire = await TerritoireAsync(command, cancellationToken);
            var now = clock.GetUtcNow();

            diagnostic.RenseignerValeur(
                command.Indicateur,
                new(command.Annee!.Value, territoire, command.Valeur!.Value, command.Source!, now.JourEnFrance().Year),
                etape,
                now);

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }

        private async Task<TerritoireRef> TerritoireAsync(Command command, CancellationToken cancellationToken)
        {
            var offerts = await read.LireGeographiesAsync(referentiel, command.Convention, cancellationToken);
            if (string.IsNullOrWhiteSpace(command.Geographie))
            {
                // a place typed by hand that the list knows is that place, or the table would hold it twice
                var nom = command.AutreGeographie!.Trim();
                return offerts.FirstOrDefault(g => string.Equals(g.Territoire.Nom, nom, StringComparison.OrdinalIgnoreCase))?.Territoire
                    ?? new(TypeTerritoire.Autre, "", nom);
            }

            return offerts.FirstOrDefault(g => g.Cle == command.Geographie)?.Territoire
                ?? throw new ValidationException([new ValidationFailure(nameof(command.Geographie), "Choisissez un territoire de la liste.")]);
        }
    }
}
