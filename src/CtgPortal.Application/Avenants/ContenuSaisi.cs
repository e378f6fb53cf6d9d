using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using FluentValidation;

namespace CtgPortal.Application.Avenants;

/// <summary>What people type of an avenant, when they prepare it and when they go on writing it.</summary>
public interface IContenuSaisi
{
    IReadOnlyList<NatureAvenant> Natures { get; }

    string Objet { get; }

    string? Motifs { get; }

    DateOnly? NouvelleFin { get; }

    /// <summary>INSEE codes.</summary>
    IReadOnlyList<string> Communes { get; }
}

internal sealed class ContenuSaisiValidator : AbstractValidator<IContenuSaisi>
{
    public ContenuSaisiValidator()
    {
        RuleFor(c => c.Natures).NotEmpty().WithMessage("Cochez ce que l’avenant change.");
        RuleFor(c => c.Objet).NotEmpty().WithMessage("Dites en une phrase ce que fait l’avenant.")
            .MaximumLength(ContenuAvenant.ObjetLongueurMax).WithMessage("L’objet compte au plus {MaxLength} caractères.");
        RuleFor(c => c.Motifs).MaximumLength(ContenuAvenant.MotifsLongueurMax).WithMessage("Les motifs comptent au plus {MaxLength} caractères.");
        RuleFor(c => c.NouvelleFin).NotNull().WithMessage("Indiquez le nouveau dernier jour de la convention.").When(c => c.Natures.Contains(NatureAvenant.Prolonger));
        RuleFor(c => c.Communes).Must(c => c.Count <= DefinirPerimetre.CommunesMax)
            .WithMessage($"Un avenant ajoute au plus {DefinirPerimetre.CommunesMax} communes.");
    }
}

internal static class LectureContenu
{
    public static Task<IReadOnlyList<CommunePerimetre>> CommunesSaisiesAsync(
        this IReferentiel referentiel, IContenuSaisi saisi, IReadOnlyCollection<CommunePerimetre> connues, CancellationToken cancellationToken) =>
        referentiel.CommunesAsync(
            saisi.Natures.Contains(NatureAvenant.AjouterCommunes) ? saisi.Communes : [], connues, nameof(saisi.Communes), cancellationToken);
}
