using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The whole plan on one page, as territories draw it by hand, readable by everyone and made to be printed.</summary>
public sealed class ApercuModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id));

    public void OnGet()
    {
    }
}
