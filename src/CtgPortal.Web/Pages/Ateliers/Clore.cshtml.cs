using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class CloreModel(IMediator mediator) : DossierPageModel<ConsulterAtelier.Dossier>(mediator)
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
        return Dossier.EnTete.Permet<CloreAtelier.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new CloreAtelier.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Revision, Input.CompteRendu), cancellationToken);
        TempData["Annonce"] = "L’atelier est clos.";
        return RedirectToPage("Atelier", new { Id, Atelier });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, CompteRendu = Dossier.CompteRendu };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Compte rendu")]
        public string? CompteRendu { get; set; }
    }
}
