using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class PourquoiModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
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
        var section = new PourquoiFiche(Input.Constat, Input.Enjeu, Input.LienSchemas);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Pourquoi: section)), cancellationToken);
        return this.RetourALaFiche("Pourquoi", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Constat = Dossier.Pourquoi.Constat,
        Enjeu = Dossier.Pourquoi.Enjeu,
        LienSchemas = Dossier.Pourquoi.LienSchemas,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Constat, contexte")]
        public string? Constat { get; set; }

        [Display(Name = "Enjeu")]
        public string? Enjeu { get; set; }

        [Display(Name = "Lien avec les schémas et les autres démarches")]
        public string? LienSchemas { get; set; }
    }
}
