using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuiModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var section = new QuiFiche(
                Input.PiloteStructure, Input.PilotePersonne, Input.CopiloteCaf, Input.EluReferent, Input.Service, Input.Partenaires, Input.Instance);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Qui: section)), cancellationToken);
        return this.RetourALaFiche("Qui", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        PiloteStructure = Dossier.Qui.PiloteStructure,
        PilotePersonne = Dossier.Qui.PilotePersonne,
        CopiloteCaf = Dossier.Qui.CopiloteCaf,
        EluReferent = Dossier.Qui.EluReferent,
        Service = Dossier.Qui.Service,
        Partenaires = Dossier.Qui.Partenaires,
        Instance = Dossier.Qui.Instance,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

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
