using CtgPortal.Application.Textes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>What a newer version of the model says otherwise; each part is taken over or not.</summary>
public sealed class ModeleModel(IMediator mediator) : DossierPageModel<ConsulterNouveauModele.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterNouveauModele.Dossier?> DossierQuery => new ConsulterNouveauModele.Query(new ConventionId(Id));

    public async Task<IActionResult> OnPostTrancherAsync(int version, string? cle, int revision, bool reprendre, CancellationToken cancellationToken)
    {
        var reste = await Mediator.Send(
            new TrancherModele.Command(new ConventionId(Id), version, string.IsNullOrEmpty(cle) ? null : cle, revision, reprendre), cancellationToken);
        TempData["Annonce"] = reste == 0
            ? "La version est examinée : plus rien n’est à choisir."
            : $"C’est noté. {Format.Pluriel(reste, "passage reste", "passages restent")} à regarder.";
        return reste == 0 ? RedirectToPage("Index", new { Id }) : RedirectToPage(new { Id });
    }
}
