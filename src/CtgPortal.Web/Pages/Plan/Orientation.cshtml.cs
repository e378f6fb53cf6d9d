using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

public sealed class OrientationModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "orientation")]
    public Guid OrientationId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null when the plan has no such orientation.</summary>
    public BrancheDuPlan? Branche => Trouvee.Branche;

    /// <summary>The word of its level.</summary>
    public string Niveau => Dossier.Plan.Niveaux[Trouvee.Profondeur];

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    private (BrancheDuPlan? Branche, int Profondeur) Trouvee =>
        Dossier.Plan.Axes.SelectMany(a => MotsDuPlan.Parcourir(a.Branches)).FirstOrDefault(b => b.Branche.Id.Value == OrientationId);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierOrientation.Command(new ConventionId(Id), Input.Revision, new(OrientationId), Input.Intitule), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est enregistré.";
        return RedirectToPage("Index", null, new { Id }, $"orientation-{OrientationId}");
    }

    public async Task<IActionResult> OnPostSupprimerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (InputModel)SaisieActuelle();
        await Mediator.Send(new RetirerOrientation.Command(new ConventionId(Id), revision, new(OrientationId)), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est supprimé du plan.";
        return RedirectToPage("Index", new { Id });
    }

    protected override bool EstConnu => Branche is not null;

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Plan.Revision, Intitule = Branche!.Intitule };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";
    }
}
