using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>Takes a sheet of fiches, and lists those that were sent.</summary>
public sealed class ImporterModel(IMediator mediator) : DossierPageModel<ListerImportsPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ListerImportsPlan.Dossier?> DossierQuery => new ListerImportsPlan.Query(new ConventionId(Id));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var import = await Mediator.Send(
            new DeposerTableur.Command(new ConventionId(Id), NatureImport.Plan, Input.Fichier?.FileName ?? "", await Input.Fichier.LireAsync(cancellationToken)), cancellationToken);
        return RedirectToPage("Colonnes", new { Id, Import = import.Value });
    }

    public sealed class InputModel
    {
        [Display(Name = "Tableau du plan d’actions")]
        public IFormFile? Fichier { get; set; }
    }
}
