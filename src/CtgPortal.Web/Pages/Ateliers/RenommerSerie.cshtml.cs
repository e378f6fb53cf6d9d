using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class RenommerSerieModel(IMediator mediator) : DossierPageModel<ListerAteliers.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The name as it is now.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Série")]
    public string? Nom { get; set; }

    [BindProperty]
    [Display(Name = "Nom de la série")]
    public string? Nouveau { get; set; }

    protected override IRequest<ListerAteliers.Dossier?> DossierQuery => new ListerAteliers.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Nouveau = Nom;
        return Dossier.Permet<RenommerSerie.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var nombre = await Mediator.Send(new RenommerSerie.Command(new ConventionId(Id), Nom, Nouveau), cancellationToken);
        TempData["Annonce"] = $"La série est renommée dans {Format.Pluriel(nombre, "atelier")}.";
        return RedirectToPage("Index", new { Id });
    }
}
