using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Admin;

/// <summary>What the shared fields of a role need from their page.</summary>
public interface IPageAvecHabilitation
{
    SaisieHabilitation Input { get; }

    IReadOnlyList<SelectListItem> Roles { get; }

    IReadOnlyList<SelectListItem> Cafs { get; }
}

public sealed class InviterModel(IMediator mediator) : PageModel, IPageAvecHabilitation
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Cafs { get; private set; } = [];

    SaisieHabilitation IPageAvecHabilitation.Input => Input;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Roles = SaisieHabilitation.Options(await mediator.Send(new ConsulterDroitDInviter.Query(), HttpContext.RequestAborted));
        Cafs = await SaisieHabilitation.CafsAsync(mediator, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet([FromQuery] string? convention) => Input.Convention = convention ?? "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var h = await Input.LireAsync(mediator, cancellationToken);
        await mediator.Send(
            new InviterUtilisateur.Command(Input.Courriel, Input.Prenom, Input.Nom, Input.Fonction, h.Role, h.Portee, h.Code), cancellationToken);
        TempData["Annonce"] = $"{Input.Prenom} {Input.Nom} va recevoir un courriel à l’adresse {Input.Courriel}.";
        return LocalRedirect(Guid.TryParse(Input.Convention, out var convention) ? $"/conventions/{convention}" : Request.Path);
    }

    public sealed class InputModel : SaisieHabilitation
    {
        [Display(Name = "Adresse électronique")]
        public string Courriel { get; set; } = "";

        [Display(Name = "Prénom")]
        public string Prenom { get; set; } = "";

        [Display(Name = "Nom")]
        public string Nom { get; set; } = "";

        [Display(Name = "Fonction")]
        public string? Fonction { get; set; }
    }
}
