using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Modeles;

/// <summary>The national model and those of the Caf that the person works for.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerModeles.Resultat>(mediator)
{
    public ListerModeles.Resultat Resultat => Dossier;

    protected override IRequest<ListerModeles.Resultat?> DossierQuery => new ListerModeles.Query()!;

    public void OnGet()
    {
        // the list is loaded by the base class
    }

    public async Task<IActionResult> OnPostDeriverAsync(string caf, CancellationToken cancellationToken)
    {
        var modele = await Mediator.Send(new DeriverModele.Command(caf), cancellationToken);
        TempData["Annonce"] = "Le modèle est créé, à partir du modèle national.";
        return RedirectToPage("Modele", new { Modele = modele.Value });
    }
}
