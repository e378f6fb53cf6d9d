using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Imports;

/// <summary>A person says which sheet and which line of names, or what each column is; the Caf remembers it for the next sheet.</summary>
public static class PreciserTableur
{
    /// <param name="Champs">Code of the field of each column; null to propose them again, for another sheet or another line.</param>
    /// <param name="Attendu">How many lines the person expects.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, NatureImport Nature, ImportTableurId Import, int Revision, int Feuille, int LigneEnTete, IReadOnlyList<string>? Champs, int? Attendu)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Feuille).GreaterThanOrEqualTo(0);
            RuleFor(c => c.LigneEnTete).InclusiveBetween(1, FeuilleLue.LignesMax).WithMessage("La ligne des titres va de {From} à {To}.");
            RuleFor(c => c.Attendu).InclusiveBetween(0, 100_000).WithMessage("Ce nombre n’est pas plausible.");
            RuleFor(c => c.Champs).Must(c => c is null || c.Where(x => x.Length > 0).GroupBy(x => x).All(g => g.Count() == 1))
                .WithMessage("Deux colonnes disent la même chose : gardez-en une.");
            RuleFor(c => c.Champs).Custom((champs, contexte) =>
            {
                if (champs is not null && GenreTableur.De(contexte.InstanceToValidate.Nature).Manque(champs) is { } manque)
                {
                    contexte.AddFailure(manque);
                }
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Nature, command.Revision, cancellationToken);
            var (reconnaissance, caf) = await db.ReconnaissanceAsync(command.Convention, command.Nature, cancellationToken);
            var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
            if (command.Champs is { } champs)
            {
                Exiger(champs.All(reconnaissance.Connait), nameof(Command.Champs), "Choisissez dans la liste.");
                import.Preciser(champs, command.Attendu);
                await RetenirAsync(caf, command.Nature, reconnaissance.Apprendre(classeur, import.Lecture), cancellationToken);
            }
            else
            {
                Exiger(command.Feuille < classeur.Feuilles.Count, nameof(Command.Feuille), "Cette feuille n’existe pas dans le classeur.");
                import.Redecouper(reconnaissance.Lire(classeur, command.Feuille, command.LigneEnTete));
            }

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }

        private static void Exiger(bool condition, string champ, string message)
        {
            if (!condition)
            {
                throw new ValidationException([new ValidationFailure(champ, message)]);
            }
        }

        private async Task RetenirAsync(string caf, NatureImport nature, IReadOnlyList<(string EnTete, string Champ)> dites, CancellationToken cancellationToken)
        {
            var noms = dites.Select(d => d.EnTete).ToList();
            var connues = await db.CorrespondancesColonnes.Where(c => c.CafCode == caf && c.Nature == nature && noms.Contains(c.EnTete))
                .ToDictionaryAsync(c => c.EnTete, cancellationToken);
            foreach (var (nom, champ) in dites)
            {
                if (connues.TryGetValue(nom, out var connue))
                {
                    connue.Corriger(champ);
                }
                else
                {
                    db.CorrespondancesColonnes.Add(CorrespondanceColonne.Retenir(caf, nature, nom, champ));
                }
            }
        }
    }
}
