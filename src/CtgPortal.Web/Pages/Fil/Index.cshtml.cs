using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fil;

/// <summary>The whole thread, read from the actions up to what they answer, or from what was said down to what came of it.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterFil.Dossier>(mediator)
{
    public const string VueDepart = "depart";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>« depart »: from what was said; anything else: from the actions.</summary>
    [FromQuery]
    public string? Vue { get; set; }

    public bool DepuisLeDepart => Vue == VueDepart;

    public bool PeutRelier => Dossier.PeutRelier;

    protected override IRequest<ConsulterFil.Dossier?> DossierQuery => new ConsulterFil.Query(new ConventionId(Id));

    public void OnGet()
    {
        // the page is all in its dossier
    }

    public async Task<IActionResult> OnPostDelierAsync(Guid filiation, CancellationToken cancellationToken)
    {
        await Mediator.Send(new Delier.Command(new ConventionId(Id), new FiliationId(filiation)), cancellationToken);
        TempData["Annonce"] = "Le lien est retiré.";
        return RedirectToPage("Index", new { Id, Vue });
    }
}
