using CtgPortal.Application.Equipements;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Equipements.Import;

/// <summary>Takes a sheet of équipements.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterEquipement.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterEquipement.Dossier?> DossierQuery => new ConsulterEquipement.Query(new ConventionId(Id), null);

    public IActionResult OnGet() => Dossier.EnTete.Permet<DeposerTableur.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var import = await Mediator.Send(
            new DeposerTableur.Command(new ConventionId(Id), NatureImport.Equipements, Input.Fichier?.FileName ?? "", await Input.Fichier.LireAsync(cancellationToken)), cancellationToken);
        return RedirectToPage("Colonnes", new { Id, Import = import.Value });
    }

    public sealed class InputModel
    {
        [System.ComponentModel.DataAnnotations.Display(Name = "Tableau des équipements")]
        public IFormFile? Fichier { get; set; }
    }
}
