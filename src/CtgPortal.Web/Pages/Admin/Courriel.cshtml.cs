using CtgPortal.Application.Courriels;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CourrielModel(IMediator mediator) : DossierPageModel<ConsulterCourriel.Message>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterCourriel.Message?> DossierQuery => new ConsulterCourriel.Query(Id)!;

    public void OnGet()
    {
        // the message is loaded by the base class
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RelancerCourriel.Command(Id), cancellationToken);
        TempData["Annonce"] = "Le courriel repart au prochain envoi.";
        return LocalRedirect(Request.Path);
    }
}
