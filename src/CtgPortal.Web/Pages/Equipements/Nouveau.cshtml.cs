using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Equipements;

public sealed class NouveauModel(IMediator mediator, TimeProvider clock) : DossierPageModel<ConsulterEquipement.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EquipementInput Input { get; set; } = new();

    protected override IRequest<ConsulterEquipement.Dossier?> DossierQuery => new ConsulterEquipement.Query(new ConventionId(Id), null);

    public IActionResult OnGet()
    {
        Input = EquipementInput.De(null, Dossier.Collectivites, Dossier.EnTete.Periode, clock.GetUtcNow().JourEnFrance().Year);
        return Dossier.EnTete.Permet<AjouterEquipement.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(bool encore, CancellationToken cancellationToken)
    {
        await Mediator.Send(new AjouterEquipement.Command(new ConventionId(Id), Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = $"« {Input.Nom} » est ajouté à la liste.";
        return encore ? RedirectToPage("Nouveau", new { Id }) : RedirectToPage("Index", new { Id });
    }
}
