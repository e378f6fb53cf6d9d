using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class MoyensModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
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
        var section = new MoyensFiche(Input.MoyensHumains, Input.Etp, Input.MoyensTechniques, Input.CoutPrevisionnel, Input.FinancementADefinir);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Moyens: section)), cancellationToken);
        return this.RetourALaFiche("Moyens", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        MoyensHumains = Dossier.Moyens.MoyensHumains,
        Etp = Dossier.Moyens.Etp,
        MoyensTechniques = Dossier.Moyens.MoyensTechniques,
        CoutPrevisionnel = Dossier.Moyens.CoutPrevisionnel,
        FinancementADefinir = Dossier.Moyens.FinancementADefinir,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

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
