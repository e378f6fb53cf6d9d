using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class MoyensModel(IMediator mediator) : RubriqueFicheModel<MoyensModel.InputModel>(mediator, "Moyens")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        MoyensHumains = fiche.Moyens.MoyensHumains,
        Etp = fiche.Moyens.Etp,
        MoyensTechniques = fiche.Moyens.MoyensTechniques,
        CoutPrevisionnel = fiche.Moyens.CoutPrevisionnel,
        FinancementADefinir = fiche.Moyens.FinancementADefinir,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Moyens: new(saisie.MoyensHumains, saisie.Etp, saisie.MoyensTechniques, saisie.CoutPrevisionnel, saisie.FinancementADefinir));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Moyens humains")]
        public string? MoyensHumains { get; set; }

        [Display(Name = "Équivalents temps plein")]
        public decimal? Etp { get; set; }

        [Display(Name = "Moyens techniques et matériels")]
        public string? MoyensTechniques { get; set; }

        [Display(Name = "Coût prévisionnel total")]
        public decimal? CoutPrevisionnel { get; set; }

        [Display(Name = "Le financement reste à définir")]
        public bool FinancementADefinir { get; set; }
    }
}
