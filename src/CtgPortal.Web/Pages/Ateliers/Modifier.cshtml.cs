using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class ModifierModel(IMediator mediator) : DossierPageModel<ConsulterAtelier.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [BindProperty]
    public AtelierInput Input { get; set; } = new();

    protected override IRequest<ConsulterAtelier.Dossier?> DossierQuery =>
        new ConsulterAtelier.Query(new ConventionId(Id), new AtelierId(Atelier));

    public IActionResult OnGet()
    {
        Input = (AtelierInput)SaisieActuelle();
        return Dossier.EnTete.Permet<DecrireAtelier.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DecrireAtelier.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’atelier est modifié.";
        return RedirectToPage("Atelier", new { Id, Atelier });
    }

    protected override object SaisieActuelle() => AtelierInput.De(Dossier.Description, Dossier.Revision, Dossier.EnTete.Champs);
}
