using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

/// <summary>One questionnaire and its results.</summary>
public sealed class EnqueteModel(IMediator mediator) : DossierPageModel<ConsulterEnquete.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Enquete { get; set; }

    protected override IRequest<ConsulterEnquete.Dossier?> DossierQuery => new ConsulterEnquete.Query(new ConventionId(Id), new EnqueteId(Enquete));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
