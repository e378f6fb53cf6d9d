using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures.Liens;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signer;

/// <summary>Says no by a personal link, and why.</summary>
public sealed class RefuserModel(IMediator mediator) : PageDeLien(mediator)
{
    [BindProperty]
    [Display(Name = "Pourquoi")]
    public string? Motif { get; set; }

    public void OnGet()
    {
        // what the page shows is read before
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RefuserParLien.Command(Dossier!.Convention, Dossier.Circuit, Dossier.Ligne.Id, Jeton, Motif), cancellationToken);
        TempData["Annonce"] = "Votre refus est enregistré. Chaque personne du circuit est prévenue, avec votre motif.";
        return Redirect($"/signer/{Jeton}");
    }
}
