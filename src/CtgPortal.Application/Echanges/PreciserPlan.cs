using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

/// <summary>A person says which sheet and which line of names, or what each column is; the Caf remembers it for the next sheet.</summary>
public static class PreciserPlan
{
    /// <param name="Champs">Code of the field of each column; null to propose them again, for another sheet or another line.</param>
    /// <param name="Attendu">How many fiches the person expects.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, ImportPlanId Import, int Revision, int Feuille, int LigneEnTete, IReadOnlyList<string>? Champs, int? Attendu)
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
            RuleFor(c => c.Champs).Must(c => c is null || c.Contains(ColonnesEchange.Intitule)).WithMessage("Dites quelle colonne donne l’intitulé des fiches.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Revision, cancellationToken);
            var (reconnaissance, caf) = await db.ReconnaissanceAsync(command.Convention, cancellationToken);
            var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
            if (command.Champs is { } champs)
            {
                if (!champs.All(reconnaissance.Connait))
                {
                    throw new ValidationException([new ValidationFailure(nameof(Command.Champs), "Choisissez dans la liste.")]);
                }

                import.Preciser(new(import.Decoupe.Feuille, import.Decoupe.LigneEnTete, champs), command.Attendu);
                await RetenirAsync(caf, classeur.Verifie(import.Decoupe.Feuille).Feuilles[import.Decoupe.Feuille], import.Decoupe, cancellationToken);
            }
            else if (command.Feuille >= classeur.Feuilles.Count)
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Feuille), "Cette feuille n’existe pas dans le classeur.")]);
            }
            else
            {
                import.Redecouper(reconnaissance.Lire(classeur.Feuilles[command.Feuille], command.Feuille, command.LigneEnTete));
            }

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }

        private async Task RetenirAsync(string caf, FeuilleLue feuille, DecoupePlan decoupe, CancellationToken cancellationToken)
        {
            var entete = feuille.Lignes.FirstOrDefault(l => l.Numero == decoupe.LigneEnTete);
            if (entete?.Cellules.Any(ReconnaissancePlan.EstDuPortail) == true)
            {
                // the words of the portal need no memory
                return;
            }

            var dites = decoupe.Champs.Select((champ, i) => (EnTete: EnTete.Normaliser(entete?.Cellule(i) ?? ""), Champ: champ))
                .Where(d => d.EnTete.Length is > 0 and <= CorrespondancePlan.EnTeteLongueurMax && d.Champ.Length <= CorrespondancePlan.ChampLongueurMax)
                .DistinctBy(d => d.EnTete).ToList();
            var noms = dites.ConvertAll(d => d.EnTete);
            var connues = await db.CorrespondancesPlan.Where(c => c.CafCode == caf && noms.Contains(c.EnTete)).ToDictionaryAsync(c => c.EnTete, cancellationToken);
            foreach (var (nom, champ) in dites)
            {
                if (connues.TryGetValue(nom, out var connue))
                {
                    connue.Corriger(champ);
                }
                else
                {
                    db.CorrespondancesPlan.Add(CorrespondancePlan.Retenir(caf, nom, champ));
                }
            }
        }
    }
}
