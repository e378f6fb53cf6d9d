using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

public sealed class AxeModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "axe")]
    public Guid AxeId { get; set; }

    [BindProperty]
    public AxeSaisi Input { get; set; } = new();

    /// <summary>Null when the plan has no such axe.</summary>
    public AxeDuPlan? Axe => Dossier.Plan.Axes.FirstOrDefault(a => a.Id.Value == AxeId);

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet() => Input = (AxeSaisi)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierAxe.Command(
                new ConventionId(Id), Input.Revision, new(AxeId), Input.Intitule, Input.Couleur ?? Axe!.Couleur, Input.Icone),
            cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est enregistré.";
        return RedirectToPage("Index", null, new { Id }, $"axe-{AxeId}");
    }

    public async Task<IActionResult> OnPostSupprimerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (AxeSaisi)SaisieActuelle();
        await Mediator.Send(new RetirerAxe.Command(new ConventionId(Id), revision, new(AxeId)), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est supprimé du plan.";
        return RedirectToPage("Index", new { Id });
    }

    protected override bool EstConnu => Axe is not null;

    protected override object SaisieActuelle() => new AxeSaisi
    {
        Revision = Dossier.Plan.Revision,
        Intitule = Axe!.Intitule,
        Couleur = Axe.Couleur,
        Icone = Axe.Icone,
    };
}
