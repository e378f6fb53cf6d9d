using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Validations;

public sealed class ValiderModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<ValiderDiagnostic.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ValiderDiagnostic.Command(new ConventionId(Id), Input.Revision), cancellationToken);
        TempData["Annonce"] = "Le diagnostic est validé.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision };

    public sealed class InputModel
    {
        public int Revision { get; set; }
    }
}
