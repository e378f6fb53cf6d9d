using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

public sealed class NiveauxModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DefinirNiveaux.Command(new ConventionId(Id), Input.Revision, [.. Input.Niveaux.Select(n => n ?? "")], Input.Numerotation), cancellationToken);
        TempData["Annonce"] = "Les niveaux du plan sont enregistrés.";
        return RedirectToPage("Index", new { Id });
    }

    /// <summary>Always the four boxes, those that do not serve left empty.</summary>
    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Plan.Revision,
        Niveaux = [.. Dossier.Plan.Niveaux, .. Enumerable.Repeat<string?>(null, NiveauxPlan.Max - Dossier.Plan.Niveaux.Count)],
        Numerotation = Dossier.Plan.Numerotation,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Niveau")]
        public List<string?> Niveaux { get; set; } = [];

        [Display(Name = "Numérotation des fiches")]
        public Numerotation Numerotation { get; set; }
    }
}
