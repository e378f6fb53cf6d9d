using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerAteliers.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Adresse => $"/conventions/{Id}/ateliers";

    protected override IRequest<ListerAteliers.Dossier?> DossierQuery => new ListerAteliers.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }
}
