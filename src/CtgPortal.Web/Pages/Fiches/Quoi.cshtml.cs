using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuoiModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
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
        var section = new QuoiFiche(Input.ObjectifGeneral, Input.ObjectifsOperationnels, Input.Descriptif, Input.Nature, Input.Livrables);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Quoi: section)), cancellationToken);
        return this.RetourALaFiche("Quoi", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        ObjectifGeneral = Dossier.Quoi.ObjectifGeneral,
        ObjectifsOperationnels = Dossier.Quoi.ObjectifsOperationnels,
        Descriptif = Dossier.Quoi.Descriptif,
        Nature = Dossier.Quoi.Nature,
        Livrables = Dossier.Quoi.Livrables,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Objectif général")]
        public string? ObjectifGeneral { get; set; }

        [Display(Name = "Objectifs opérationnels")]
        public string? ObjectifsOperationnels { get; set; }

        [Display(Name = "Description de l’action")]
        public string? Descriptif { get; set; }

        [Display(Name = "Nature de l’action")]
        public NatureAction? Nature { get; set; }

        [Display(Name = "Livrables")]
        public string? Livrables { get; set; }
    }
}
