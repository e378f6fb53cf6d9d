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
        EtatValeur? Etat,
        decimal? Valeur,
        string? Source,
        string? Licence = null,
        decimal? Arrondi = null)
        : IRequest<Resultat>, IRequeteSurConvention;

    /// <param name="Etat">What was kept: secret when the number typed is below the threshold of the indicator.</param>
    public sealed record Resultat(int Revision, EtatValeur Etat);

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
            RuleFor(c => c.Etat).NotNull().WithMessage("Dites si le chiffre est publié.").IsInEnum();
            RuleFor(c => c.Valeur).NotNull().When(c => c.Etat is null or EtatValeur.Publiee).WithMessage("Indiquez la valeur.");
            RuleFor(c => c.Valeur).Null().When(c => c.Etat is EtatValeur.Secret or EtatValeur.NonDisponible)
                .WithMessage("Laissez la valeur vide, ou choisissez « Un chiffre ».");
            RuleFor(c => c.Source).NotEmpty().WithMessage("Citez la source du chiffre.").MaximumLength(ValeurIndicateur.SourceLongueurMax);
            RuleFor(c => c.Licence).MaximumLength(ValeurIndicateur.LicenceLongueurMax);
            RuleFor(c => c.Arrondi).GreaterThan(0).LessThanOrEqualTo(ValeurIndicateur.ArrondiMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, IReferentiel referentiel, TimeProvider clock) : IRequestHandler<Command, Resultat>
    {
        public async Task<Resultat> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var territoire = await TerritoireAsync(command, cancellationToken);
            var now = clock.GetUtcNow();

            var gardee = diagnostic.RenseignerValeur(
                command.Indicateur,
                new(
                    command.Annee!.Value, territoire, command.Etat!.Value, command.Valeur, command.Source, now.JourEnFrance().Year,
                    command.Licence, command.Arrondi),
                etape,
                now);

            await db.SaveChangesAsync(cancellationToken);
            return new(diagnostic.Revision, gardee.Etat);
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
