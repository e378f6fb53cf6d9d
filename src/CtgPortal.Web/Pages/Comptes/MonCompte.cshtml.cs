using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Comptes;

public sealed class MonCompteModel(IMediator mediator) : DossierPageModel<ConsulterMonCompte.Compte>(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterMonCompte.Compte?> DossierQuery => new ConsulterMonCompte.Query()!;

    public void OnGet()
    {
        // the account is loaded by the base class
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ChangerMotDePasse.Command(Input.MotDePasseActuel, Input.MotDePasse, Input.Confirmation), cancellationToken);
        TempData["Annonce"] = "Votre mot de passe est changé. Vos autres appareils sont déconnectés.";
        return RedirectToPage();
    }

    public sealed class InputModel
    {
        [Display(Name = "Mot de passe actuel")]
        public string MotDePasseActuel { get; set; } = "";

        [Display(Name = "Nouveau mot de passe")]
        public string MotDePasse { get; set; } = "";

        [Display(Name = "Nouveau mot de passe, une seconde fois")]
        public string Confirmation { get; set; } = "";
    }
}
