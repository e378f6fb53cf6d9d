using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>Where to move an element of the plan, without a mouse; the plan itself receives the form.</summary>
public sealed class DeplacerModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Quoi { get; set; } = "";

    [FromRoute]
    public Guid Element { get; set; }

    public string Intitule => Deplacement.Situer(Dossier.Plan, Quoi, Element)!.Value.Intitule;

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet()
    {
    }

    protected override bool EstConnu => Deplacement.Situer(Dossier.Plan, Quoi, Element) is not null;
}
