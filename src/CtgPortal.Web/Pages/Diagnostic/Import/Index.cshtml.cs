using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Import;

/// <summary>Takes a file of figures, and lists those under way. The token of the form is checked by hand: it comes in the body, before the file.</summary>
[SansFormulaire]
[RequestSizeLimit(OctetsMax)]
[IgnoreAntiforgeryToken(Order = 1001)]
public sealed class IndexModel(IMediator mediator, IAntiforgery antiforgery) : DossierPageModel<ListerImports.Dossier>(mediator)
{
    /// <summary>What a file may weigh, and the few fields around it.</summary>
    public const long OctetsMax = Domain.Diagnostics.Imports.ImportChiffres.OctetsMaxCsv + (64 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ListerImports.Dossier?> DossierQuery => new ListerImports.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await DepotDeFichier.RecevoirAsync(HttpContext, antiforgery, Mediator, new ConventionId(Id), cancellationToken) is { } import
            ? RedirectToPage("Colonnes", new { Id, Import = import.Value })
            : BadRequest();
}
