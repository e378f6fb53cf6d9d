using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class ModifierDocumentModel(IMediator mediator) : DossierPageModel<ConsulterDocumentExistant.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Document { get; set; }

    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    protected override IRequest<ConsulterDocumentExistant.Dossier?> DossierQuery => new ConsulterDocumentExistant.Query(new ConventionId(Id), new DocumentExistantId(Document));

    public IActionResult OnGet()
    {
        Input = (DocumentInput)SaisieActuelle();
        return Dossier.EnTete.Permet<ModifierDocument.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierDocument.Command(new ConventionId(Id), new DocumentExistantId(Document), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "Le document est modifié.";
        return RedirectToPage("Document", new { Id, Document });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerDocument.Command(new ConventionId(Id), new DocumentExistantId(Document), revision), cancellationToken);
        TempData["Annonce"] = "Le document est retiré du diagnostic.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => DocumentInput.De(Dossier.Detail!, Dossier.EnTete.Champs);
}
