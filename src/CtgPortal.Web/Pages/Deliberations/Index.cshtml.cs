using CtgPortal.Application.Deliberations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Deliberations;

/// <summary>The act of each party, and what is missing of it.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerDeliberations.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Whose signature the acts authorise; null for the convention itself.</summary>
    [FromQuery]
    public Guid? Avenant { get; set; }

    protected override IRequest<ListerDeliberations.Dossier?> DossierQuery => new ListerDeliberations.Query(new ConventionId(Id), Avenant is { } avenant ? new(avenant) : null);

    public void OnGet()
    {
        // everything is in the dossier
    }
}
