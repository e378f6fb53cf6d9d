using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan;

public sealed class OrientationNouvelleModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Place { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The word of the level below the place asked for.</summary>
    public string Niveau => Dossier.Plan.Niveaux[Math.Clamp(Profondeur(Input.Place) + 1, 1, Dossier.Plan.Niveaux.Count - 1)];

    /// <summary>Where there is room for one more level.</summary>
    public IReadOnlyList<SelectListItem> Places =>
        [.. MotsDuPlan.Places(Dossier.Plan).Where(p => Profondeur(p.Value) < Dossier.Plan.Profondeur)];

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (axe, parent) = MotsDuPlan.Place(Input.Place);
        var orientation = await Mediator.Send(
            new AjouterOrientation.Command(new ConventionId(Id), Input.Revision, axe, parent, Input.Intitule), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » est ajouté au plan.";
        return RedirectToPage("Index", null, new { Id }, $"orientation-{orientation.Value}");
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Plan.Revision, Place = Place };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        champ == nameof(InputModel.Place) ? Places.FirstOrDefault(p => p.Value == (string)valeur)?.Text : null;

    /// <summary>0 for an axe, 1 for an orientation below it…</summary>
    private int Profondeur(string? place) =>
        MotsDuPlan.Place(place).Orientation is { } id
            ? Dossier.Plan.Axes.SelectMany(a => MotsDuPlan.Parcourir(a.Branches)).FirstOrDefault(b => b.Branche.Id == id).Profondeur
            : 0;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Place dans le plan")]
        public string? Place { get; set; }

        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";
    }
}
