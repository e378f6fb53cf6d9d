using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class NouveauModel(IMediator mediator) : DossierPageModel<ConsulterPlanification.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AtelierInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Partagé avec")]
    public List<Guid> PartageAvec { get; set; } = [];

    protected override IRequest<ConsulterPlanification.Dossier?> DossierQuery => new ConsulterPlanification.Query(new ConventionId(Id));

    public IActionResult OnGet() =>
        Dossier.EnTete.Permet<PlanifierAtelier.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var atelier = await Mediator.Send(
            new PlanifierAtelier.Command(new ConventionId(Id), [.. PartageAvec.Select(c => new ConventionId(c))], Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’atelier est préparé.";
        return RedirectToPage("Atelier", new { Id, Atelier = atelier.Value });
    }
}
