using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Modeles;

/// <summary>A model: its draft to those who write it, its versions to those who read it.</summary>
public sealed class ModeleModel(IMediator mediator) : DossierPageModel<ConsulterModele.Dossier>(mediator)
{
    [FromRoute]
    public Guid Modele { get; set; }

    [FromQuery]
    public int? Version { get; set; }

    [Display(Name = "Titre du nouvel article")]
    public string Titre { get; set; } = "";

    [Display(Name = "Ce qui change")]
    public string Note { get; set; } = "";

    private ModeleTexteId ModeleId => new(Modele);

    protected override IRequest<ConsulterModele.Dossier?> DossierQuery => new ConsulterModele.Query(ModeleId, Version);

    public void OnGet()
    {
        // the model is loaded by the base class
    }

    public async Task<IActionResult> OnPostAjouterAsync(string titre, int revision, CancellationToken cancellationToken)
    {
        Titre = titre;
        var cle = await Mediator.Send(new AjouterArticleModele.Command(ModeleId, revision, titre), cancellationToken);
        return RedirectToPage("Passage", new { Modele, Cle = cle });
    }

    public async Task<IActionResult> OnPostDeplacerAsync(string cle, int revision, bool versLeHaut, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeplacerArticleModele.Command(ModeleId, revision, cle, versLeHaut), cancellationToken);
        TempData["Annonce"] = "L’article est déplacé, les numéros suivent.";
        return RedirectToPage(null, null, new { Modele }, cle);
    }

    public async Task<IActionResult> OnPostPublierAsync(string note, int revision, CancellationToken cancellationToken)
    {
        Note = note;
        var numero = await Mediator.Send(new PublierModele.Command(ModeleId, revision, note), cancellationToken);
        TempData["Annonce"] = $"La version {numero} est publiée.";
        return RedirectToPage(new { Modele });
    }
}
