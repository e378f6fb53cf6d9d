using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Equipements;

/// <summary>A person says which sheet and which line of names, or what each column is.</summary>
public static class PreciserEquipements
{
    /// <param name="Champs">Code of the field of each column; null to propose them again, for another sheet or another line.</param>
    /// <param name="Attendu">How many équipements the person expects.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, ImportTableurId Import, int Revision, int Feuille, int LigneEnTete, IReadOnlyList<string>? Champs, int? Attendu)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Feuille).GreaterThanOrEqualTo(0);
            RuleFor(c => c.LigneEnTete).InclusiveBetween(1, 1_000).WithMessage("La ligne des titres va de {From} à {To}.");
            RuleFor(c => c.Attendu).InclusiveBetween(0, 100_000).WithMessage("Ce nombre n’est pas plausible.");
            RuleForEach(c => c.Champs).Must(c => c.Length == 0 || ColonnesEquipement.Attendues.Any(a => a.Champ == c) || ColonnesEquipement.EstUnMontant(c))
                .WithMessage("Choisissez dans la liste.");
            RuleFor(c => c.Champs).Must(c => c is null || c.Where(x => x.Length > 0).GroupBy(x => x).All(g => g.Count() == 1))
                .WithMessage("Deux colonnes disent la même chose : gardez-en une.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, NatureImport.Equipements, command.Revision, cancellationToken);
            if (command.Champs is { } champs)
            {
                import.Preciser(new(import.Lecture.Feuille, import.Lecture.LigneEnTete, champs), command.Attendu);
            }
            else
            {
                var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
                if (command.Feuille >= classeur.Feuilles.Count)
                {
                    throw new ValidationException([new ValidationFailure(nameof(Command.Feuille), "Cette feuille n’existe pas dans le classeur.")]);
                }

                import.Redecouper(ReconnaissanceTableur.Lire(
                    classeur, command.Feuille, command.LigneEnTete, ColonnesEquipement.Attendues, ColonnesEquipement.Autre));
            }

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
