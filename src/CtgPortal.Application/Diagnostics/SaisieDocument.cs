using CtgPortal.Domain.Diagnostics;
using FluentValidation;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a person types of an existing document, new or corrected.</summary>
public sealed record SaisieDocument(
    string? Intitule, string? Auteur, int? Annee, string? Lien, IReadOnlyList<string> Themes, string? Propos)
{
    internal DescriptionDocument VersDescription() => new(Intitule!, Auteur, Annee, Lien, Themes, Propos);

    internal sealed class Validator : AbstractValidator<SaisieDocument>
    {
        public Validator()
        {
            RuleFor(s => s.Intitule).NotEmpty().WithMessage("Donnez l’intitulé du document.").MaximumLength(DescriptionDocument.IntituleLongueurMax);
            RuleFor(s => s.Auteur).MaximumLength(DescriptionDocument.AuteurLongueurMax);
            RuleFor(s => s.Annee).InclusiveBetween(DescriptionDocument.AnneeMin, DescriptionDocument.AnneeMax)
                .WithMessage($"L’année doit se situer entre {DescriptionDocument.AnneeMin} et {DescriptionDocument.AnneeMax}.");
            RuleFor(s => s.Lien).MaximumLength(DescriptionDocument.LienLongueurMax)
                .Must(l => string.IsNullOrWhiteSpace(l) || DescriptionDocument.EstUneAdresse(l))
                .WithMessage("Le lien doit être une adresse complète, qui commence par https://.");
            RuleFor(s => s.Propos).MaximumLength(DescriptionDocument.ProposLongueurMax);
            RuleFor(s => s.Themes).Must(t => t.Count <= DescriptionDocument.ThemesMax).WithMessage($"Un document porte sur au plus {DescriptionDocument.ThemesMax} thèmes.")
                .Must(t => t.All(x => x.Trim().Length <= Indicateur.ChampLongueurMax)).WithMessage($"Un thème tient en {Indicateur.ChampLongueurMax} caractères.");
        }
    }
}
