using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Territoires;

/// <summary>What <c>autocomplete.js</c> asks for as one types.</summary>
public sealed class SuggestionsModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, TypeTerritoire? type, string? departement, CancellationToken cancellationToken)
    {
        var resultats = await mediator.Send(new ListerTerritoires.Query(q, type, departement, Max: 8), cancellationToken);
        return new JsonResult(new
        {
            Annonce = resultats.Count == 0 ? "Aucun résultat" : Format.Pluriel(resultats.Count, "résultat"),
            Resultats = resultats.Select(r => new { r.Saisie, r.Nom, Precision = Libelles.Precision(r) }),
        });
    }
}
