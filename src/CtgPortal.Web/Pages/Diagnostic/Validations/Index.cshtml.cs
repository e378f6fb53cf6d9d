using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Validations;

/// <summary>Whether the diagnostic is frozen, each frozen content, and what changed since.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerValidations.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ListerValidations.Dossier?> DossierQuery => new ListerValidations.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
