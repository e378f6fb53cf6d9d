using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>Before: what blocks the opening. During: who signed, who is awaited, and the person's own signature. After: the proof.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public SignerInput Signer { get; set; } = new();

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public void OnGet() => (Signer.Empreinte, Signer.Signataire) = (Dossier.Circuit?.Empreinte ?? "", Dossier.MaLigne?.Signataire.Value);

    public async Task<IActionResult> OnPostOuvrirAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new OuvrirALaSignature.Command(new ConventionId(Id), revision), cancellationToken);
        TempData["Annonce"] = "Le texte est figé et la convention est ouverte à la signature.";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostSignerAsync(SignerInput signer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signer);
        Signer = signer;
        var derniere = await Mediator.Send(
            new SignerConvention.Command(
                new ConventionId(Id), signer.Empreinte, signer.Consentement, signer.Signataire is { } ligne ? new SignataireId(ligne) : null),
            cancellationToken);
        TempData["Annonce"] = derniere
            ? "Votre signature était la dernière : la convention est signée et son suivi commence."
            : "Votre signature est enregistrée.";
        return RedirectToPage(new { Id });
    }

    public sealed class SignerInput
    {
        public string Empreinte { get; set; } = "";

        /// <summary>The row that the page shows to sign.</summary>
        public Guid? Signataire { get; set; }

        [Display(Name = "J’ai lu le texte de la convention et je la signe")]
        public bool Consentement { get; set; }
    }
}
