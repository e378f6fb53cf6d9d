using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

public sealed class ModifierModel(IMediator mediator) : DossierPageModel<ConsulterEnquete.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Enquete { get; set; }

    [BindProperty]
    public EnqueteInput Input { get; set; } = new();

    protected override IRequest<ConsulterEnquete.Dossier?> DossierQuery => new ConsulterEnquete.Query(new ConventionId(Id), new EnqueteId(Enquete));

    public IActionResult OnGet()
    {
        Input = (EnqueteInput)SaisieActuelle();
        return Dossier.EnTete.Permet<ModifierEnquete.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ModifierEnquete.Command(new ConventionId(Id), new EnqueteId(Enquete), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’enquête est modifiée.";
        return RedirectToPage("Enquete", new { Id, Enquete });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerEnquete.Command(new ConventionId(Id), new EnqueteId(Enquete), revision), cancellationToken);
        TempData["Annonce"] = "L’enquête est retirée du diagnostic.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => EnqueteInput.De(Dossier.Description, Dossier.Revision, Dossier.EnTete.Champs);
}
