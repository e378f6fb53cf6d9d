using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class NouveauDocumentModel(IMediator mediator) : DossierPageModel<ConsulterDocumentExistant.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    protected override IRequest<ConsulterDocumentExistant.Dossier?> DossierQuery => new ConsulterDocumentExistant.Query(new ConventionId(Id), null);

    public IActionResult OnGet() =>
        Dossier.EnTete.Permet<AjouterDocument.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var ajoute = await Mediator.Send(new AjouterDocument.Command(new ConventionId(Id), Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "Le document est ajouté. Vous pouvez y joindre des fichiers.";
        return RedirectToPage("Document", new { Id, Document = ajoute.Value });
    }
}
