using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signer;

/// <summary>Reads the very document, asks for a code, and signs with it: no account. Opening the page signs nothing.</summary>
public sealed class IndexModel(IMediator mediator) : PageDeLien(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        Input.Empreinte = Dossier!.Empreinte;
        if (Dossier.Etat is not (EtatLien.Valide or EtatLien.DejaSigne or EtatLien.PasEncore or EtatLien.ScanDepose))
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DemanderCode.Command(Dossier!.Convention, Jeton), cancellationToken);
        TempData["Annonce"] = $"Un code part à l’adresse {Dossier.Adresse}. Il arrive en moins d’une minute ; regardez aussi dans les courriers indésirables.";
        return Redirect($"/signer/{Jeton}#signer");
    }

    public async Task<IActionResult> OnPostSignerAsync(CancellationToken cancellationToken)
    {
        var derniere = await Mediator.Send(
            new SignerParLien.Command(Dossier!.Convention, Dossier.Circuit, Dossier.Ligne.Id, Jeton, Input.Empreinte, Input.Consentement, Input.Secret), cancellationToken);
        TempData["Annonce"] = derniere
            ? Dossier?.Avenant is { } avenant
                ? $"Votre signature était la dernière : l’avenant n° {avenant} est signé."
                : "Votre signature était la dernière : la convention est signée et son suivi commence."
            : Dossier!.Ligne.Role == RoleLigne.Visa ? "Votre visa est enregistré." : "Votre signature est enregistrée.";
        return Redirect($"/signer/{Jeton}");
    }

    public async Task<IActionResult> OnPostLienAsync(CancellationToken cancellationToken)
    {
        TempData["Annonce"] = await Mediator.Send(new RedemanderLien.Command(Dossier!.Convention, Jeton), cancellationToken) switch
        {
            RedemanderLien.Issue.Envoye => $"Un nouveau lien part à l’adresse {Dossier.Adresse}. Il arrive en moins d’une minute.",
            RedemanderLien.Issue.DejaEnvoye => $"Plusieurs liens sont déjà partis à l’adresse {Dossier.Adresse} : le dernier reçu est le bon. Regardez aussi dans les courriers indésirables.",
            _ => "Il n’y a rien à vous envoyer : votre signature n’est plus attendue.",
        };
        return Redirect($"/signer/{Jeton}");
    }

    public sealed class InputModel
    {
        public string Empreinte { get; set; } = "";

        [Display(Name = "J’ai lu le texte de la convention")]
        public bool Consentement { get; set; }

        [Display(Name = "Code reçu par courriel")]
        public string Secret { get; set; } = "";
    }
}
