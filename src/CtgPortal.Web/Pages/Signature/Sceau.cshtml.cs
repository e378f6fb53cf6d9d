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

    /// <summary>Of the frozen text; null for the one that waits for its seal, or else the convention.</summary>
    [FromQuery]
    public int? Version { get; set; }

    public DateTimeOffset Maintenant => clock.GetUtcNow();

    protected override IRequest<ConsulterSceau.Dossier?> DossierQuery => new ConsulterSceau.Query(new ConventionId(Id), Version);

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ReprendreScellement.Command(new ConventionId(Id), Dossier.Version), cancellationToken);
        TempData["Annonce"] = "Le scellement reprend : rechargez cette page dans un instant.";
        return RedirectToPage(new { Id, Version });
    }
}
