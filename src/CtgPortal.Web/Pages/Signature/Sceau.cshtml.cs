using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The sealed document: to be had and checked, or what it still waits for.</summary>
public sealed class SceauModel(IMediator mediator, TimeProvider clock) : DossierPageModel<ConsulterSceau.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public DateTimeOffset Maintenant => clock.GetUtcNow();

    protected override IRequest<ConsulterSceau.Dossier?> DossierQuery => new ConsulterSceau.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ReprendreScellement.Command(new ConventionId(Id)), cancellationToken);
        TempData["Annonce"] = "Le scellement reprend : rechargez cette page dans un instant.";
        return RedirectToPage(new { Id });
    }
}
