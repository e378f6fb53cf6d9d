using CtgPortal.Application.Bibliotheque;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Bibliotheque;

/// <summary>A new model, from nothing or from a fiche of a convention without what belongs to its territory.</summary>
public sealed class NouvelleModel(IMediator mediator) : PageModel, IPageDeModele
{
    [FromQuery]
    public string Caf { get; set; } = "";

    [FromQuery]
    public Guid? Convention { get; set; }

    [FromQuery]
    public Guid? Fiche { get; set; }

    [BindProperty]
    public ModeleSaisi Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Convention is { } convention && Fiche is { } fiche)
        {
            if (await mediator.Send(new ConsulterFiche.Query(new ConventionId(convention), new FicheActionId(fiche)), cancellationToken) is not { } lue)
            {
                return NotFound();
            }

            Input = ModeleSaisi.De(ChampsDeModele.Generaliser(lue.Contenu), 0);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var modele = await mediator.Send(new CreerFicheModele.Command(Caf, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "La fiche est dans la bibliothèque. Les conventions de la Caf peuvent la reprendre.";
        return RedirectToPage("Modele", new { Modele = modele.Value });
    }
}
