using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class DocumentModel(IMediator mediator) : DossierPageModel<ConsulterDocumentExistant.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Document { get; set; }

    protected override IRequest<ConsulterDocumentExistant.Dossier?> DossierQuery => new ConsulterDocumentExistant.Query(new ConventionId(Id), new DocumentExistantId(Document));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
