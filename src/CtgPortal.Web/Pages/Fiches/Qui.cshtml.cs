using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuiModel(IMediator mediator) : RubriqueFicheModel<QuiModel.InputModel>(mediator, "Qui")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        PiloteStructure = fiche.Qui.PiloteStructure,
        PilotePersonne = fiche.Qui.PilotePersonne,
        CopiloteCaf = fiche.Qui.CopiloteCaf,
        EluReferent = fiche.Qui.EluReferent,
        Service = fiche.Qui.Service,
        Partenaires = fiche.Qui.Partenaires,
        Instance = fiche.Qui.Instance,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Qui: new(saisie.PiloteStructure, saisie.PilotePersonne, saisie.CopiloteCaf, saisie.EluReferent, saisie.Service, saisie.Partenaires, saisie.Instance));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Structure pilote")]
        public string? PiloteStructure { get; set; }

        [Display(Name = "Personne pilote")]
        public string? PilotePersonne { get; set; }

        [Display(Name = "Copilote à la Caf")]
        public string? CopiloteCaf { get; set; }

        [Display(Name = "Élue ou élu référent")]
        public string? EluReferent { get; set; }

        [Display(Name = "Service")]
        public string? Service { get; set; }

        [Display(Name = "Partenaires")]
        public string? Partenaires { get; set; }

        [Display(Name = "Instance ou groupe de travail")]
        public string? Instance { get; set; }
    }
}
