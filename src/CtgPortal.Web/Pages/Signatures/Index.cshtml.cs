using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Signatures.Miennes;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signatures;

/// <summary>All that waits for the person; what they have opened is signed in one go.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerMesSignatures.Resultat>(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ListerMesSignatures.Resultat?> DossierQuery => new ListerMesSignatures.Query();

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostLireAsync(Guid convention, Guid ligne, CancellationToken cancellationToken)
    {
        var version = await Mediator.Send(new OuvrirAvantDeSigner.Command(new(convention), new(ligne)), cancellationToken);
        return Redirect($"/conventions/{convention}/convention.pdf?version={version}");
    }

    public Task<IActionResult> OnPostSignerAsync(CancellationToken cancellationToken) => SignerAsync(MoyenIdentite.MotDePasse, Input.Secret, cancellationToken);

    public Task<IActionResult> OnPostCleAsync(CancellationToken cancellationToken) => SignerAsync(MoyenIdentite.CleAcces, Input.Cle, cancellationToken);

    public async Task<IActionResult> OnPostDefiAsync(CancellationToken cancellationToken) => (await Mediator.Send(
        new DefierPourSigner.Command([.. Choisis.Select(d => new TexteASigner(new(d.Ligne), d.Empreinte))], Input.Consentement), cancellationToken)).EnJson();

    private IEnumerable<DocumentInput> Choisis => Input.Documents.Where(d => d.Choisi);

    private async Task<IActionResult> SignerAsync(MoyenIdentite moyen, string secret, CancellationToken cancellationToken)
    {
        var issues = await Mediator.Send(
            new SignerEnLot.Command([.. Choisis.Select(d => new SignerEnLot.Choix(new(d.Convention), new(d.Ligne), d.Empreinte))], Input.Consentement, moyen, secret),
            cancellationToken);
        var faits = issues.Count(i => i.Refus is null);
        if (faits > 0)
        {
            TempData["Annonce"] = $"{Format.Pluriel(faits, "document signé", "documents signés")}.";
        }

        if (faits < issues.Count)
        {
            TempData["Refus"] = issues.Where(i => i.Refus is not null)
                .Select(i => $"{Dossier.ASigner.FirstOrDefault(d => d.Ligne == i.Ligne)?.Intitule ?? "Un document"} : {i.Refus}").ToArray();
        }

        return RedirectToPage();
    }

    public sealed class InputModel
    {
        public List<DocumentInput> Documents { get; set; } = [];

        [Display(Name = "J’ai lu chaque document coché")]
        public bool Consentement { get; set; }

        [Display(Name = "Votre mot de passe")]
        public string Secret { get; set; } = "";

        /// <summary>What the device answered, instead.</summary>
        public string Cle { get; set; } = "";
    }

    public sealed class DocumentInput
    {
        public Guid Convention { get; set; }

        public Guid Ligne { get; set; }

        public string Empreinte { get; set; } = "";

        public bool Choisi { get; set; }
    }
}
