using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>A pile of paper cards, copied fast: one per line, one nature at a time.</summary>
public sealed class PapierModel(IMediator mediator) : DossierPageModel<ConsulterReglagesSalle.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterReglagesSalle.Dossier?> DossierQuery =>
        new ConsulterReglagesSalle.Query(new ConventionId(Id), new AtelierId(Atelier));

    public void OnGet(NatureContribution? nature) => Input = new() { Pile = Dossier.Pile, Nature = nature };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var nombre = await Mediator.Send(
            new TranscrireContributions.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Pile, Input.Nature, Input.Textes), cancellationToken);
        TempData["Annonce"] = $"{Format.Pluriel(nombre, "contribution recopiée", "contributions recopiées")}. À la pile suivante.";
        return RedirectToPage(new { Id, Atelier, Input.Nature });
    }

    public sealed class InputModel
    {
        public Guid Pile { get; set; }

        [Display(Name = "Nature de la pile")]
        public NatureContribution? Nature { get; set; }

        [Display(Name = "Contributions")]
        public string? Textes { get; set; }
    }
}
