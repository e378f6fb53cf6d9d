using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>A page about one workshop: its address, and the way back to it.</summary>
public abstract class PageDAtelier<T>(IMediator mediator) : DossierPageModel<T>(mediator)
    where T : class
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    public string Liste => $"/conventions/{Id}/ateliers";

    public string Adresse => $"{Liste}/{Atelier}";

    protected ConventionId Convention => new(Id);

    protected AtelierId AtelierId => new(Atelier);

    protected RedirectToPageResult VersLAtelier(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("Atelier", new { Id, Atelier });
    }

    /// <summary>The same page again, after a gesture that is often followed by another.</summary>
    protected RedirectToPageResult Encore(string annonce, string? fragment = null)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage(null, null, new { Id, Atelier }, fragment);
    }
}

/// <summary>A page that reads the workshop itself.</summary>
public abstract class AtelierPageModel(IMediator mediator) : PageDAtelier<ConsulterAtelier.Dossier>(mediator)
{
    protected override IRequest<ConsulterAtelier.Dossier?> DossierQuery => new ConsulterAtelier.Query(Convention, AtelierId);

    /// <summary>The form, for those who may send its command whatever the state of the workshop: the page then says what hinders.</summary>
    protected IActionResult Formulaire<TCommand>() =>
        Dossier.EnTete.Permet<TCommand>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
}

/// <summary>A page that reads the people of the workshop, for those who prepare it.</summary>
public abstract class AssistancePageModel(IMediator mediator) : PageDAtelier<ConsulterAssistance.Dossier>(mediator)
{
    protected override IRequest<ConsulterAssistance.Dossier?> DossierQuery => new ConsulterAssistance.Query(Convention, AtelierId);
}
