using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

public sealed class AxeNouveauModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AxeSaisi Input { get; set; } = new();

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet() => Input = (AxeSaisi)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var axe = await Mediator.Send(
            new AjouterAxe.Command(new ConventionId(Id), Input.Revision, Input.Intitule, Input.Couleur, Input.Icone), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est ajouté au plan.";
        return RedirectToPage("Index", null, new { Id }, $"axe-{axe.Value}");
    }

    /// <summary>The first colour that no axe bears yet.</summary>
    protected override object SaisieActuelle() => new AxeSaisi
    {
        Revision = Dossier.Plan.Revision,
        Couleur = Enum.GetValues<CouleurAxe>().Except(Dossier.Plan.Axes.Select(a => a.Couleur)).Cast<CouleurAxe?>().FirstOrDefault(CouleurAxe.Canard),
    };
}
