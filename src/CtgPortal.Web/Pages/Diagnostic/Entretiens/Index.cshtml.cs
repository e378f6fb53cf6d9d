using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

/// <summary>Who was heard, where, and what was already written.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerEntretiens.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ListerEntretiens.Dossier?> DossierQuery => new ListerEntretiens.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
