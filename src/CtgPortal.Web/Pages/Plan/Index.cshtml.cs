using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The tree: read by everybody, put in order with buttons by those who write it.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDeplacerAxeAsync(int revision, Guid axe, int rang, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeplacerAxe.Command(new ConventionId(Id), revision, new AxeId(axe), rang), cancellationToken);
        return Retour("axe", axe);
    }

    public async Task<IActionResult> OnPostDeplacerOrientationAsync(int revision, Guid orientation, int rang, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DeplacerOrientation.Command(new ConventionId(Id), revision, new OrientationId(orientation), rang), cancellationToken);
        return Retour("orientation", orientation);
    }

    public async Task<IActionResult> OnPostDeplacerFicheAsync(int revision, Guid fiche, string place, int rang, CancellationToken cancellationToken)
    {
        var (axe, orientation) = MotsDuPlan.Place(place);
        await Mediator.Send(
            new DeplacerFiche.Command(new ConventionId(Id), revision, new FicheActionId(fiche), axe, orientation, rang), cancellationToken);
        return Retour("fiche", fiche);
    }

    /// <summary>Back where the person was looking.</summary>
    private RedirectToPageResult Retour(string quoi, Guid id)
    {
        TempData["Annonce"] = "L’ordre du plan est enregistré.";
        return RedirectToPage("Index", null, new { Id }, $"{quoi}-{id}");
    }
}
