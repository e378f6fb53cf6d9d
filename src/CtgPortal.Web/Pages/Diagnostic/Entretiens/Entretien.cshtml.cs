using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class EntretienModel(IMediator mediator) : DossierPageModel<ConsulterEntretien.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Entretien { get; set; }

    protected override IRequest<ConsulterEntretien.Dossier?> DossierQuery => new ConsulterEntretien.Query(new ConventionId(Id), new EntretienId(Entretien));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
