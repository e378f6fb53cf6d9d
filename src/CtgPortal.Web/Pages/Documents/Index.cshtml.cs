using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Documents;

public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterDocuments.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterDocuments.Dossier?> DossierQuery => new ConsulterDocuments.Query(new ConventionId(Id));

    public void OnGet()
    {
    }
}
