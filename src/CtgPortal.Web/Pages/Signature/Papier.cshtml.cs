using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The sheet to sign by hand, and its scan taken back for one or several people.</summary>
public sealed class PapierModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Ticked when the page opens.</summary>
    [FromQuery(Name = "ligne")]
    public Guid? Choisie { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who may have signed a page by hand.</summary>
    public IReadOnlyList<LigneLue> Lignes => [.. Dossier.Circuit?.Lignes.Where(l => l.Etat is EtatLigne.Appelee or EtatLigne.EnAttente or EtatLigne.Refusee) ?? []];

    public IEnumerable<SelectListItem> Options => Lignes.Select(l => new SelectListItem($"{l.NomComplet} – {l.Partie}", l.Id.Value.ToString()));

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input.Lignes = [.. Lignes.Select(l => l.Id.Value).Where(l => l == Choisie)];
        return Dossier.Circuit is { Statut: StatutSignature.Ouverte } ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DeposerScan.Command(
                new ConventionId(Id), [.. Input.Lignes.Select(l => new LigneSignatureId(l))], Input.SigneeLe, await Input.Scan.LireAsync(cancellationToken)),
            cancellationToken);
        TempData["Annonce"] = "Le scan est déposé. Il comptera quand une autre personne l’aura contrôlé.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Qui a signé cette page ?")]
        public List<Guid> Lignes { get; set; } = [];

        [Display(Name = "Jour de la signature")]
        public DateOnly? SigneeLe { get; set; }

        [Display(Name = "Scan de la page signée")]
        public IFormFile? Scan { get; set; }
    }
}
