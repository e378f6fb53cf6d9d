using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;
using CtgPortal.Web.Salles;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>The room in the hand of a participant: by form, or by script with the same handlers.</summary>
[AllowAnonymous]
public sealed class ParticiperModel(IMediator mediator, EssaisDeCode essais, CompteurParMinute envois, IConfiguration reglages)
    : PageDeSalle(mediator, essais, envois, reglages)
{
    [BindProperty(Name = "Entree")]
    public EntreeModel Entree { get; set; } = new();

    public IActionResult OnGetEtat() => Participation is null
        ? throw new NotFoundException("The room is closed.")
        : HttpContext.EnJson(new { Participation, Jeton = HttpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(HttpContext).RequestToken });

    public async Task<IActionResult> OnPostEntrerAsync(CancellationToken cancellationToken)
    {
        var billet = BilletSalle.Pour(HttpContext, CodeSalle.Lire(Code)!);
        await Mediator.Send(new EntrerDansLaSalle.Command(Code, billet.Jeton, Entree.Prenom, Entree.Organisation), cancellationToken);
        billet.Ecrire(HttpContext);
        return RedirectToPage(new { Code });
    }

    public async Task<IActionResult> OnPostContribuerAsync(Guid id, NatureContribution? nature, string? texte, CancellationToken cancellationToken)
    {
        var contribution = await Mediator.Send(new PosterContribution.Command(Code, Billet?.Jeton, id, nature, texte), cancellationToken);
        return Repondre(contribution, "Votre contribution est envoyée.");
    }

    public async Task<IActionResult> OnPostPointsAsync(int tour, Dictionary<Guid, int> points, CancellationToken cancellationToken)
    {
        var gardes = await Mediator.Send(
            new DonnerPoints.Command(Code, Billet?.Jeton, tour, [.. points.Select(p => new PointsDonnes(SujetId.From(p.Key), p.Value))]), cancellationToken);
        return Repondre(gardes, "Vos points sont enregistrés.");
    }

    private IActionResult Repondre(object valeur, string annonce)
    {
        if (Request.WantsJson())
        {
            return HttpContext.EnJson(valeur);
        }

        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Code });
    }

    public sealed class EntreeModel
    {
        [Display(Name = "Prénom")]
        public string? Prenom { get; set; }

        [Display(Name = "Organisation")]
        public string? Organisation { get; set; }
    }
}
