using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class PourquoiModel(IMediator mediator) : RubriqueFicheModel<PourquoiModel.InputModel>(mediator, "Pourquoi")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Constat = fiche.Pourquoi.Constat,
        Enjeu = fiche.Pourquoi.Enjeu,
        LienSchemas = fiche.Pourquoi.LienSchemas,
    };

    protected override SectionsFiche Sections(InputModel saisie) => new(Pourquoi: new(saisie.Constat, saisie.Enjeu, saisie.LienSchemas));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Constat, contexte")]
        public string? Constat { get; set; }

        [Display(Name = "Enjeu")]
        public string? Enjeu { get; set; }

        [Display(Name = "Lien avec les schémas et les autres démarches")]
        public string? LienSchemas { get; set; }
    }
}
