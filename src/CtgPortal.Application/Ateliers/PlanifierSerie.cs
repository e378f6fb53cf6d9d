using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>Several workshops in one gesture: what they share is typed once, then each has its day and its place.</summary>
public static class PlanifierSerie
{
    public const int SeancesMax = 20;

    /// <param name="Commun">What every workshop of the series says; its day, hours and place stand for those a sitting leaves empty.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, IReadOnlyList<ConventionId> PartageAvec, SaisieAtelier Commun, IReadOnlyList<Seance> Seances)
        : IRequest<IReadOnlyList<AtelierId>>, IRequeteSurConvention;

    /// <param name="Intitule">Empty: the common title, numbered.</param>
    public sealed record Seance(string? Intitule, DateOnly? Date, TimeOnly? Heure, TimeOnly? HeureFin, string? Lieu);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Commun).SetValidator(new SaisieAtelier.Validator()).OverridePropertyName("");
            RuleFor(c => c.Commun.Serie).NotEmpty().WithMessage("Donnez un nom à la série.").OverridePropertyName("Serie");
            RuleFor(c => c.Seances).Must(s => s.Count >= 2).WithMessage("Une série compte au moins deux séances : remplissez deux lignes.")
                .Must(s => s.Count <= SeancesMax).WithMessage($"Une série compte au plus {SeancesMax} séances.");
            RuleForEach(c => c.Seances).ChildRules(s =>
            {
                s.RuleFor(x => x.Intitule).MaximumLength(DescriptionAtelier.IntituleLongueurMax);
                s.RuleFor(x => x.Lieu).MaximumLength(DescriptionAtelier.CourtLongueurMax);
                s.RuleFor(x => x.Date).Must(d => d is null or { Year: >= DescriptionAtelier.AnneeMin and <= DescriptionAtelier.AnneeMax })
                    .WithMessage($"La date doit se situer entre {DescriptionAtelier.AnneeMin} et {DescriptionAtelier.AnneeMax}.");
                s.RuleFor(x => x.HeureFin).Must((x, fin) => fin is null || (x.Heure is { } debut && fin > debut))
                    .WithMessage(DescriptionAtelier.HeureFinInvalide.Message);
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<AtelierId>>
    {
        public async Task<IReadOnlyList<AtelierId>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConventionId[] autres = [.. command.PartageAvec.Where(c => c != command.Convention).Distinct()];
            foreach (var autre in autres)
            {
                await droits.ExigerPartageAsync(autre, cancellationToken);
            }

            var etapes = await db.EtapesAsync(command.Convention, autres, cancellationToken);
            List<Atelier> ateliers =
            [
                .. command.Seances.Select((s, i) =>
                    Atelier.Planifier([command.Convention, .. autres], Description(command, s, i + 1), etapes, clock.GetUtcNow())),
            ];
            db.Ateliers.AddRange(ateliers);
            await db.SaveChangesAsync(cancellationToken);
            return [.. ateliers.Select(a => a.Id)];
        }

        private static DescriptionAtelier Description(Command command, Seance seance, int numero)
        {
            var commun = command.Commun.VersDescription();
            return commun with
            {
                Intitule = string.IsNullOrWhiteSpace(seance.Intitule) ? Numerote(commun.Intitule, numero, command.Seances.Count) : seance.Intitule,
                Date = seance.Date,
                Heure = seance.Heure ?? (seance.HeureFin is null ? commun.Heure : null),
                HeureFin = seance.HeureFin ?? (seance.Heure is null ? commun.HeureFin : null),
                Lieu = string.IsNullOrWhiteSpace(seance.Lieu) ? commun.Lieu : seance.Lieu,
            };
        }

        private static string Numerote(string intitule, int numero, int total)
        {
            var suffixe = $" ({numero}/{total})";
            var place = DescriptionAtelier.IntituleLongueurMax - suffixe.Length;
            return (intitule.Length <= place ? intitule : intitule[..place].TrimEnd()) + suffixe;
        }
    }
}
