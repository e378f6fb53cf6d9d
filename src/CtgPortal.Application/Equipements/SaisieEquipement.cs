using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>What a person types of an équipement, new or corrected.</summary>
/// <param name="Commune">A name or an INSEE code of the perimeter.</param>
public sealed record SaisieEquipement(
    TypeEquipement? Type,
    string? TypePrecise,
    string? Nom,
    string? Gestionnaire,
    string? Commune,
    IReadOnlyList<string> Soutiens,
    decimal? Capacite,
    UniteCapacite? Unite,
    IReadOnlyList<ModeSoutien> Modes,
    bool? BonusTerritoire,
    IReadOnlyList<MontantAnnuel> Montants,
    bool EstProjet,
    int? AnneeOuverture,
    string? Remarque)
{
    /// <param name="actuelle">What the équipement says today: a commune that has left the perimeter stays.</param>
    /// <exception cref="ValidationException">A commune that is not of the perimeter.</exception>
    internal async Task<DescriptionEquipement> VersDescriptionAsync(
        ICtgDbContext db, ConventionId convention, DescriptionEquipement? actuelle, CancellationToken cancellationToken)
    {
        var (code, nom) = (actuelle?.CommuneCode, actuelle?.Commune);
        if (string.IsNullOrWhiteSpace(Commune))
        {
            (code, nom) = (null, null);
        }
        else if (Commune.Trim() != nom)
        {
            var perimetre = await db.Conventions.AsNoTracking().Where(c => c.Id == convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            var trouvee = CommunesDuPerimetre.Trouver(perimetre, Commune)
                ?? throw new ValidationException([new ValidationFailure(nameof(Commune), "Cette commune n’est pas dans le périmètre. Choisissez un nom de la liste.")]);
            (code, nom) = (trouvee.Code, trouvee.Nom);
        }

        return new(
            Type!.Value, TypePrecise, Nom!, Gestionnaire, code, nom, Soutiens,
            Capacite is { } quantite ? new(quantite, Unite ?? UniteCapacite.Places) : null,
            Modes, BonusTerritoire, Montants, EstProjet, AnneeOuverture, Remarque);
    }

    internal sealed class Validator : AbstractValidator<SaisieEquipement>
    {
        public Validator()
        {
            RuleFor(s => s.Type).NotNull().WithMessage("Choisissez un type.").IsInEnum();
            RuleFor(s => s.TypePrecise).NotEmpty().When(s => s.Type == TypeEquipement.Autre).WithMessage("Dites de quel équipement il s’agit.")
                .MaximumLength(DescriptionEquipement.TypeLongueurMax);
            RuleFor(s => s.Nom).NotEmpty().WithMessage("Donnez le nom de l’équipement ou du service.").MaximumLength(DescriptionEquipement.NomLongueurMax);
            RuleFor(s => s.Gestionnaire).MaximumLength(DescriptionEquipement.GestionnaireLongueurMax);
            RuleFor(s => s.Soutiens).Must(s => s.Count <= DescriptionEquipement.SoutiensMax).WithMessage($"Au plus {DescriptionEquipement.SoutiensMax} collectivités.")
                .Must(s => s.All(x => x.Trim().Length <= DescriptionEquipement.SoutienLongueurMax)).WithMessage($"Un nom tient en {DescriptionEquipement.SoutienLongueurMax} caractères.");
            RuleFor(s => s.Capacite).InclusiveBetween(0, Domain.Equipements.Capacite.Max).WithMessage("La capacité n’est pas plausible.");
            RuleFor(s => s.Unite).IsInEnum();
            RuleForEach(s => s.Modes).IsInEnum();
            RuleFor(s => s.AnneeOuverture).InclusiveBetween(DescriptionEquipement.AnneeMin, DescriptionEquipement.AnneeMax)
                .WithMessage("L’année doit se situer entre {From} et {To}.");
            RuleForEach(s => s.Montants).ChildRules(m =>
            {
                m.RuleFor(x => x.Montant).InclusiveBetween(0, DescriptionEquipement.MontantMax).WithMessage("Le montant n’est pas plausible.");
                m.RuleFor(x => x.Annee).InclusiveBetween(DescriptionEquipement.AnneeMontantMin, DescriptionEquipement.AnneeMax).WithMessage("L’année n’est pas plausible.");
            });
            RuleFor(s => s.Remarque).MaximumLength(DescriptionEquipement.RemarqueLongueurMax);
        }
    }
}

internal static class CommunesDuPerimetre
{
    /// <param name="saisie">A code, or a name whose accents and hyphens do not matter; « Hirson (02381) » too.</param>
    public static CommunePerimetre? Trouver(IReadOnlyList<CommunePerimetre> perimetre, string saisie)
    {
        var cle = EnTete.Normaliser(saisie);
        var possibles = perimetre.Where(c => c.Code == saisie.Trim() || EnTete.Normaliser(c.Nom) == cle || EnTete.Normaliser($"{c.Nom} {c.Code}") == cle).ToList();
        return possibles.Count == 1 ? possibles[0] : null;
    }
}
