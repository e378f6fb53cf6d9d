using CtgPortal.Application.Archives;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Pages.Documents;

/// <summary>The package of a signed convention for an archiving service: what it holds, and the ZIP itself, written as it is read.</summary>
public sealed class ArchiveModel(IMediator mediator) : DossierPageModel<ConsulterArchive.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterArchive.Dossier?> DossierQuery => new ConsulterArchive.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnGetTelechargerAsync(bool definitive, CancellationToken cancellationToken)
    {
        var sac = await Mediator.Send(new ExporterArchive.Query(new ConventionId(Id), definitive), cancellationToken);
        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "private, no-cache";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{sac.Nom}.zip" }.ToString();
        await sac.EcrireAsync(Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
