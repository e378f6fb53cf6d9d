using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class RouvrirModel(IMediator mediator) : DossierPageModel<ConsulterAtelier.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterAtelier.Dossier?> DossierQuery =>
        new ConsulterAtelier.Query(new ConventionId(Id), new AtelierId(Atelier));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<RouvrirAtelier.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RouvrirAtelier.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Revision, Input.Motif), cancellationToken);
        TempData["Annonce"] = "L’atelier est rouvert.";
        return RedirectToPage("Atelier", new { Id, Atelier });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Motif = Input.Motif };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Motif")]
        public string? Motif { get; set; }
    }
}
