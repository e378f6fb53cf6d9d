using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>A second person compares a scan with the frozen text.</summary>
public sealed class ControleModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Scan { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who signed the page; empty once it is controlled.</summary>
    public IReadOnlyList<LigneLue> Lignes => [.. Dossier.Circuit?.Scans.FirstOrDefault(s => s.Key == new PieceId(Scan)) ?? Enumerable.Empty<LigneLue>()];

    public IEnumerable<SelectListItem> Options => Lignes.Select(l => new SelectListItem($"{l.NomComplet} – {l.Partie}", l.Id.Value.ToString()));

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input.Acceptees = [.. Lignes.Select(l => l.Id.Value)];
        return Lignes.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var derniere = await Mediator.Send(
            new ControlerScan.Command(new ConventionId(Id), new PieceId(Scan), [.. Input.Acceptees.Select(l => new Domain.Signatures.LigneSignatureId(l))], Input.Motif),
            cancellationToken);
        TempData["Annonce"] = derniere
            ? $"C’était la dernière signature : {VueCircuit.Aboutissement(Dossier.Circuit?.Avenant)}."
            : "Le contrôle du scan est enregistré.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Signatures que vous reconnaissez sur cette page")]
        public List<Guid> Acceptees { get; set; } = [];

        [Display(Name = "Ce qui ne va pas, pour celles que vous décochez")]
        public string? Motif { get; set; }
    }
}
