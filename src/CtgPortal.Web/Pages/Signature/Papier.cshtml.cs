using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>Records one signature given by hand.</summary>
public sealed class PapierModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Signataire { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The row to sign; null when nobody in the standing circuit bears this id.</summary>
    public ConsulterSignature.Ligne? Ligne => Dossier.Circuit?.Lignes.FirstOrDefault(l => l.Signataire.Value == Signataire);

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public IActionResult OnGet() => Ligne is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Ligne is null)
        {
            return NotFound();
        }

        var derniere = await Mediator.Send(
            new RecueillirSurPapier.Command(
                new ConventionId(Id), new SignataireId(Signataire), Input.SigneeLe, await Input.Scan.LireAsync(cancellationToken)),
            cancellationToken);
        TempData["Annonce"] = derniere
            ? "C’était la dernière signature : la convention est signée et son suivi commence."
            : $"La signature de {Ligne.NomComplet} est enregistrée.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Jour de la signature")]
        public DateOnly? SigneeLe { get; set; }

        [Display(Name = "Scan de la page signée")]
        public IFormFile? Scan { get; set; }
    }
}
