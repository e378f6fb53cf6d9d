using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Versions;

/// <summary>The versions that were kept, what changed since, and a form to keep another.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerVersions.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<SelectListItem> Choix => VueVersions.Choix(Dossier.Versions);

    protected override IRequest<ListerVersions.Dossier?> DossierQuery => new ListerVersions.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var numero = await Mediator.Send(new GarderVersion.Command(new ConventionId(Id), Input.Nom, Input.Note), cancellationToken);
        TempData["Annonce"] = $"La version « {Input.Nom.Trim()} » est gardée (n° {numero}).";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Nom de la version")]
        public string Nom { get; set; } = "";

        [Display(Name = "Note")]
        public string? Note { get; set; }
    }
}
