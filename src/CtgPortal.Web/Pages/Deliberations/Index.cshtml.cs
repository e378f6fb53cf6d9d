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

    protected override IRequest<ListerDeliberations.Dossier?> DossierQuery => new ListerDeliberations.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
