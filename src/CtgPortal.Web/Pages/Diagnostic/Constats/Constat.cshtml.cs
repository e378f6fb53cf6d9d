using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

/// <summary>One finding: what it rests on, and what became of it.</summary>
public sealed class ConstatModel(IMediator mediator) : DossierPageModel<ConsulterConstat.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Constat { get; set; }

    protected override IRequest<ConsulterConstat.Dossier?> DossierQuery =>
        new ConsulterConstat.Query(new ConventionId(Id), new ConstatId(Constat));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
