using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuoiModel(IMediator mediator) : RubriqueFicheModel<QuoiModel.InputModel>(mediator, "Quoi")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        ObjectifGeneral = fiche.Quoi.ObjectifGeneral,
        Descriptif = fiche.Quoi.Descriptif,
        Nature = fiche.Quoi.Nature,
        Livrables = fiche.Quoi.Livrables,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Quoi: new(saisie.ObjectifGeneral, saisie.Descriptif, saisie.Nature, saisie.Livrables));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Objectif général")]
        public string? ObjectifGeneral { get; set; }

        [Display(Name = "Description de l’action")]
        public string? Descriptif { get; set; }

        [Display(Name = "Nature de l’action")]
        public NatureAction? Nature { get; set; }

        [Display(Name = "Livrables")]
        public string? Livrables { get; set; }
    }
}
