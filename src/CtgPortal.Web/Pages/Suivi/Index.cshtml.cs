using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Suivi;

/// <summary>The progress of the plan, and where to look first. The filters live in the address.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterSuivi.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public Avancement? Etat { get; set; }

    [FromQuery]
    public Guid? Axe { get; set; }

    protected override IRequest<ConsulterSuivi.Dossier?> DossierQuery =>
        new ConsulterSuivi.Query(new ConventionId(Id), Etat, Axe is { } axe ? new AxeId(axe) : null);

    public void OnGet()
    {
    }
}
