using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A person says what the columns are; the reading begins.</summary>
public static class PreciserColonnes
{
    /// <param name="Roles">One for each column of the file, in its order.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        ImportChiffresId Import,
        int Revision,
        IReadOnlyList<RoleColonne> Roles,
        int? AnneeFixe,
        string? Mesure,
        string? Source,
        string? Licence,
        decimal? Arrondi)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Roles).IsInEnum();
            RuleFor(c => c.Mesure).MaximumLength(PlanDeLecture.MesureLongueurMax);
            RuleFor(c => c.Source).NotEmpty().WithMessage("Citez la source des chiffres.").MaximumLength(ValeurIndicateur.SourceLongueurMax);
            RuleFor(c => c.Licence).MaximumLength(ValeurIndicateur.LicenceLongueurMax);
            RuleFor(c => c.Arrondi).GreaterThan(0).LessThanOrEqualTo(ValeurIndicateur.ArrondiMax)
                .WithMessage("L’arrondi est un nombre positif : 5, 10, 100…");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Revision, cancellationToken);
            var plan = import.Plan ?? throw new NotFoundException("The file has not arrived whole.");
            var anneeMax = clock.GetUtcNow().JourEnFrance().Year;
            var datees = !command.Roles.Contains(RoleColonne.Annee);

            import.Preciser(
                new(
                    [
                        .. plan.Colonnes.Select((c, i) =>
                        {
                            var role = i < command.Roles.Count ? command.Roles[i] : RoleColonne.Ignorer;
                            return c with { Role = role, Annee = role == RoleColonne.Valeur && datees ? EnTete.Separer(c.Nom, anneeMax).Annee : null };
                        }),
                    ],
                    plan.PremiereLigne, command.AnneeFixe, command.Mesure?.Trim() is { Length: > 0 } mesure ? mesure : null,
                    command.Source?.Trim(), command.Licence?.Trim() is { Length: > 0 } licence ? licence : null, command.Arrondi),
                anneeMax);

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
