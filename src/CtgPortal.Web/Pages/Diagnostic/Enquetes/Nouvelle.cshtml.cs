using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

public sealed class NouvelleModel(IMediator mediator) : DossierPageModel<ListerEnquetes.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EnqueteInput Input { get; set; } = new();

    protected override IRequest<ListerEnquetes.Dossier?> DossierQuery => new ListerEnquetes.Query(new ConventionId(Id));

    public IActionResult OnGet() =>
        Dossier.EnTete.Permet<AjouterEnquete.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var enquete = await Mediator.Send(new AjouterEnquete.Command(new ConventionId(Id), Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’enquête est ajoutée.";
        return RedirectToPage("Enquete", new { Id, Enquete = enquete.Value });
    }
}
