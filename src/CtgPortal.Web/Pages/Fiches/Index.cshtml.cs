using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>One fiche as it would be on paper, each section with its edit link.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSupprimerAsync(int revision, string? motif, CancellationToken cancellationToken)
    {
        await Mediator.Send(new SupprimerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), revision, motif), cancellationToken);
        TempData["Annonce"] = $"« {Dossier.Identite.Intitule} » est supprimée du plan.";
        return RedirectToPage("/Plan/Index", new { Id });
    }
}
