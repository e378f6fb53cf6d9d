using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The designated person says no, and why.</summary>
public sealed class RefuserModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null when nothing waits for the person, or when they have refused already.</summary>
    public LigneLue? Ligne => Dossier.Circuit is { Statut: StatutSignature.Ouverte }
        ? Dossier.MesLignes.FirstOrDefault(l => l.Etat is EtatLigne.Appelee or EtatLigne.EnAttente)
        : null;

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public void OnGet() => Input = new() { Ligne = Ligne?.Id.Value ?? default };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RefuserSignature.Command(new ConventionId(Id), new LigneSignatureId(Input.Ligne), Input.Motif), cancellationToken);
        TempData["Annonce"] = "Votre refus est enregistré, et chacun est prévenu.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        public Guid Ligne { get; set; }

        [Display(Name = "Pourquoi vous ne signez pas")]
        public string? Motif { get; set; }
    }
}
