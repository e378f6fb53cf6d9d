using CtgPortal.Application.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>A newer version of the model: taken over field by field, or not.</summary>
public sealed class ModeleModel(IMediator mediator) : DossierPageModel<ConsulterModeleDeFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    protected override IRequest<ConsulterModeleDeFiche.Dossier?> DossierQuery => new ConsulterModeleDeFiche.Query(new ConventionId(Id), new FicheActionId(FicheId));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(int revision, int version, string[] champs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(champs);
        await Mediator.Send(new ReprendreModele.Command(new ConventionId(Id), new FicheActionId(FicheId), revision, version, champs), cancellationToken);
        TempData["Annonce"] = champs.Length == 0
            ? $"La fiche reste comme elle est. La version {version} ne vous sera plus signalée."
            : $"{Format.Pluriel(champs.Length, "rubrique reprise", "rubriques reprises")} de la version {version}.";
        return RedirectToPage("Index", new { Id, FicheId });
    }
}
