using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>Ticks several usual indicators and adds them at once.</summary>
public sealed class CatalogueModel(IMediator mediator) : DossierPageModel<ConsulterCatalogue.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterCatalogue.Dossier?> DossierQuery => new ConsulterCatalogue.Query(new ConventionId(Id), Q);

    public IActionResult OnGet()
    {
        Input = new() { Revision = Dossier.Revision };
        return Dossier.EnTete.Permet<AjouterIndicateursDuCatalogue.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var ajoutes = await Mediator.Send(
            new AjouterIndicateursDuCatalogue.Command(new ConventionId(Id), Input.Revision, Input.Codes), cancellationToken);
        TempData["Annonce"] = ajoutes == 0
            ? "Ces indicateurs étaient déjà dans le diagnostic."
            : $"{Format.Pluriel(ajoutes, "indicateur ajouté", "indicateurs ajoutés")} : donnez-leur maintenant leurs valeurs.";
        return RedirectToPage("Index", new { Id });
    }

    /// <summary>An addition contradicts nothing stored: only the revision is renewed.</summary>
    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Codes = Input.Codes };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Indicateurs")]
        public List<string> Codes { get; set; } = [];
    }
}
