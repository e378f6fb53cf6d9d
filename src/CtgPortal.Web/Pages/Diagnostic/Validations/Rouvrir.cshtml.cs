using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Validations;

public sealed class RouvrirModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<RouvrirDiagnostic.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RouvrirDiagnostic.Command(new ConventionId(Id), Input.Revision, Input.Motif), cancellationToken);
        TempData["Annonce"] = "Le diagnostic est rouvert.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Motif = Input.Motif };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Motif")]
        public string? Motif { get; set; }
    }
}
