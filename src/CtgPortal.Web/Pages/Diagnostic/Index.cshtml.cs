using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>What the partners share: figures and findings, field by field.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Words of the indicators to show.</summary>
    [FromQuery]
    public string? Q { get; set; }

    public string Adresse => $"/conventions/{Id}/diagnostic";

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id), Q);

    public void OnGet()
    {
        // everything is in the dossier
    }
}
