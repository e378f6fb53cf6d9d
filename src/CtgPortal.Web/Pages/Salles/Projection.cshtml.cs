using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>The wall: what everybody in the room may see, in large type.</summary>
public sealed class ProjectionModel(IMediator mediator) : DossierPageModel<ConsulterSalle.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    protected override IRequest<ConsulterSalle.Dossier?> DossierQuery => new ConsulterSalle.Query(new ConventionId(Id), new AtelierId(Atelier));
}
