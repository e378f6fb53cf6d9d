using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Territoires;

public sealed class DetailModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public TypeTerritoire Type { get; set; }

    [FromRoute]
    public string Code { get; set; } = "";

    public ConsulterTerritoire.Fiche Fiche { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Fiche = await mediator.Send(new ConsulterTerritoire.Query(Type, Code.ToUpperInvariant()), cancellationToken);

    public string Adresse(ConsulterTerritoire.Ligne ligne) =>
        Url.Content($"~/territoires/{ligne.Type.ToString().ToLowerInvariant()}/{ligne.Code}");
}
