using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>Reads the very document, then signs it or gives a visa. Opening the page does nothing.</summary>
public sealed class SignerModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The line that the page shows; null when nothing waits for the person.</summary>
    public LigneLue? Ligne => Dossier.ASigner;

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public void OnGet() => Input = new() { Ligne = Ligne?.Id.Value ?? default, Empreinte = Dossier.Circuit?.Empreinte ?? "" };

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SignerAsync(MoyenIdentite.MotDePasse, Input.Secret, cancellationToken);

    public Task<IActionResult> OnPostCleAsync(CancellationToken cancellationToken) => SignerAsync(MoyenIdentite.CleAcces, Input.Cle, cancellationToken);

    public async Task<IActionResult> OnPostDefiAsync(CancellationToken cancellationToken) =>
        (await Mediator.Send(new DefierPourSigner.Command([new(new(Input.Ligne), Input.Empreinte)], Input.Consentement), cancellationToken)).EnJson();

    private async Task<IActionResult> SignerAsync(MoyenIdentite moyen, string secret, CancellationToken cancellationToken)
    {
        var derniere = await Mediator.Send(
            new SignerConvention.Command(new ConventionId(Id), new(Input.Ligne), Input.Empreinte, Input.Consentement, moyen, secret), cancellationToken);
        TempData["Annonce"] = derniere
            ? $"Votre signature était la dernière : {VueCircuit.Aboutissement(Dossier.Circuit?.Avenant)}."
            : Ligne?.Role == RoleLigne.Visa ? "Votre visa est enregistré." : "Votre signature est enregistrée.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        /// <summary>The line that the page shows to sign.</summary>
        public Guid Ligne { get; set; }

        public string Empreinte { get; set; } = "";

        [Display(Name = "J’ai lu le texte de la convention")]
        public bool Consentement { get; set; }

        [Display(Name = "Votre mot de passe")]
        public string Secret { get; set; } = "";

        /// <summary>What the device answered, instead.</summary>
        public string Cle { get; set; } = "";
    }
}
