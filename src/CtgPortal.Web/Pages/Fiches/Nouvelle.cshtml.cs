using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>A title and a place: everything else is written on the fiche, section by section.</summary>
public sealed class NouvelleModel(IMediator mediator) : DossierPageModel<ConsulterPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Place { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterPlan.Dossier?> DossierQuery => new ConsulterPlan.Query(new ConventionId(Id), PourModifier: true);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (axe, orientation) = MotsDuPlan.Place(Input.Place);
        var fiche = await Mediator.Send(
            new CreerFiche.Command(new ConventionId(Id), Input.Revision, axe, orientation, Input.Intitule), cancellationToken);
        TempData["Annonce"] = $"« {Input.Intitule} » a sa place dans le plan. Complétez-la section par section.";
        return RedirectToPage("Index", new { Id, FicheId = fiche.Value });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Plan.Revision, Place = Place };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        champ == nameof(InputModel.Place) ? MotsDuPlan.Places(Dossier.Plan).FirstOrDefault(p => p.Value == (string)valeur)?.Text : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Place dans le plan")]
        public string? Place { get; set; }

        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";
    }
}
