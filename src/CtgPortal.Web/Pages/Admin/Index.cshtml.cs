using CtgPortal.Application.Comptes;
using CtgPortal.Web.Common;
using MediatR;

namespace CtgPortal.Web.Pages.Admin;

public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterAdministration.Tableau>(mediator)
{
    protected override IRequest<ConsulterAdministration.Tableau?> DossierQuery => new ConsulterAdministration.Query()!;

    public void OnGet()
    {
        // the figures are loaded by the base class
    }
}
