using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a person types of an interview, new or corrected.</summary>
/// <param name="Communes">INSEE codes of communes of the perimeter.</param>
public sealed record SaisieEntretien(
    string? Fonction, string? Organisation, DateOnly? Date, IReadOnlyList<string> Themes, string? Synthese,
    IReadOnlyList<string> Communes)
{
    internal DescriptionEntretien VersDescription() => new(Fonction!, Organisation, Date, Themes, Synthese);

    internal sealed class Validator : AbstractValidator<SaisieEntretien>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(s => s.Fonction).NotEmpty().WithMessage("Dites qui a été entendu, par sa fonction.").MaximumLength(DescriptionEntretien.FonctionLongueurMax);
            RuleFor(s => s.Organisation).MaximumLength(DescriptionEntretien.OrganisationLongueurMax);
            RuleFor(s => s.Date).Must(d => d is null || (d.Value.Year >= DescriptionEntretien.AnneeMin && d <= Domain.Common.Calendrier.JourEnFrance(clock.GetUtcNow())))
                .WithMessage($"La date doit se situer entre {DescriptionEntretien.AnneeMin} et aujourd’hui.");
            RuleFor(s => s.Synthese).MaximumLength(DescriptionEntretien.SyntheseLongueurMax);
            RuleFor(s => s.Themes).Must(t => t.Count <= DescriptionEntretien.ThemesMax).WithMessage($"Un entretien porte sur au plus {DescriptionEntretien.ThemesMax} thèmes.")
                .Must(t => t.All(x => x.Trim().Length <= Indicateur.ChampLongueurMax)).WithMessage($"Un thème tient en {Indicateur.ChampLongueurMax} caractères.");
        }
    }
}

internal static class CommunesEntendues
{
    /// <param name="connues">Already noted: they stay even when they left the perimeter.</param>
    /// <exception cref="ValidationException">A code that is neither in the perimeter nor already noted.</exception>
    public static async Task<IReadOnlyList<CommuneEntendue>> CommunesEntenduesAsync(
        this ICtgDbContext db, ConventionId convention, IReadOnlyCollection<string> codes, IReadOnlyCollection<CommuneEntendue> connues, CancellationToken cancellationToken)
    {
        if (codes.Count == 0)
        {
            return [];
        }

        var perimetre = await db.Conventions.AsNoTracking().Where(c => c.Id == convention).SelectMany(c => c.Perimetre)
            .Select(c => new CommuneEntendue(c.Code, c.Nom)).ToListAsync(cancellationToken);
        var trouvees = connues.Concat(perimetre).DistinctBy(c => c.Code).Where(c => codes.Contains(c.Code)).ToList();
        return trouvees.Count == codes.Distinct().Count()
            ? trouvees
            : throw new ValidationException([new ValidationFailure("Communes", "Une de ces communes n’est pas dans le périmètre de la convention.")]);
    }
}
