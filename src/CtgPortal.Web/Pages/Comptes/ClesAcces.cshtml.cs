using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Comptes;

/// <summary>The passkeys of the person: what each is called, when it served, and how to add one.</summary>
[EnableRateLimiting(Limites.Connexion)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ClesAccesModel(IMediator mediator) : DossierPageModel<ConsulterMesCles.Dossier>(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterMesCles.Dossier?> DossierQuery => new ConsulterMesCles.Query()!;

    public void OnGet()
    {
        // the keys are loaded by the base class
    }

    public async Task<IActionResult> OnPostDefiAsync(CancellationToken cancellationToken) =>
        (await Mediator.Send(new ProposerCle.Command(Input.Nom, Input.MotDePasse), cancellationToken)).EnJson();

    public async Task<IActionResult> OnPostAjouterAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new EnregistrerCle.Command(Input.Nom, Input.Reponse), cancellationToken);
        return Revenir($"La clé d’accès « {Input.Nom.Trim()} » est ajoutée. Elle vous connecte et confirme vos signatures.");
    }

    public async Task<IActionResult> OnPostRenommerAsync(Guid cle, string nom, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RenommerCle.Command(cle, nom ?? ""), cancellationToken);
        return Revenir("Le nom de la clé d’accès est modifié.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid cle, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerCle.Command(cle), cancellationToken);
        return Revenir("La clé d’accès est supprimée. Supprimez-la aussi de l’appareil ou du gestionnaire qui la garde.");
    }

    private RedirectToPageResult Revenir(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage();
    }

    public sealed class InputModel
    {
        [Display(Name = "Nom de la clé")]
        public string Nom { get; set; } = "";

        [Display(Name = "Votre mot de passe")]
        public string MotDePasse { get; set; } = "";

        /// <summary>What the device answered.</summary>
        public string Reponse { get; set; } = "";
    }
}
