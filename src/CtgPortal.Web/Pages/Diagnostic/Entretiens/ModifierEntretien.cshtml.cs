using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class ModifierEntretienModel(IMediator mediator) : DossierPageModel<ConsulterEntretien.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Entretien { get; set; }

    [BindProperty]
    public EntretienInput Input { get; set; } = new();

    protected override IRequest<ConsulterEntretien.Dossier?> DossierQuery => new ConsulterEntretien.Query(new ConventionId(Id), new EntretienId(Entretien));

    public IActionResult OnGet()
    {
        Input = (EntretienInput)SaisieActuelle();
        return Dossier.EnTete.Permet<ModifierEntretien.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierEntretien.Command(new ConventionId(Id), new EntretienId(Entretien), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’entretien est modifié.";
        return RedirectToPage("Entretien", new { Id, Entretien });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerEntretien.Command(new ConventionId(Id), new EntretienId(Entretien), revision), cancellationToken);
        TempData["Annonce"] = "L’entretien est retiré du diagnostic.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => EntretienInput.De(Dossier.Detail!, Dossier.EnTete.Champs);
}
