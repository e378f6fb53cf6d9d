using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The views kept under a name: to keep one more, and to rename, forget, or open the plan on those that are.</summary>
public sealed class VuesGardeesModel(IMediator mediator) : DossierPageModel<ConsulterVuesDuPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Adresse => $"/conventions/{Id}/plan";

    protected override IRequest<ConsulterVuesDuPlan.Dossier?> DossierQuery => new ConsulterVuesDuPlan.Query(new ConventionId(Id), FiltrePlan.Aucun);

    public void OnGet(string? vue, string? reglages) => Input = new() { Vue = vue, Reglages = reglages };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new EnregistrerVue.Command(new ConventionId(Id), Input.Nom, Input.Vue ?? "", Input.Reglages ?? "", Input.Partagee), cancellationToken);
        return Fini($"La vue « {Input.Nom} » est enregistrée.");
    }

    public async Task<IActionResult> OnPostRenommerAsync(Guid element, int revision, string nom, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RenommerVue.Command(new ConventionId(Id), new(element), revision, nom), cancellationToken);
        return Fini($"La vue s’appelle maintenant « {nom} ».");
    }

    public async Task<IActionResult> OnPostOuvrirAsync(Guid element, int revision, bool parDefaut, CancellationToken cancellationToken)
    {
        await Mediator.Send(new OuvrirSurVue.Command(new ConventionId(Id), new(element), revision, parDefaut), cancellationToken);
        return Fini(parDefaut ? "Le plan s’ouvrira sur cette vue." : "Le plan s’ouvrira sur l’arbre.");
    }

    public async Task<IActionResult> OnPostSupprimerAsync(Guid element, int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new SupprimerVue.Command(new ConventionId(Id), new(element), revision), cancellationToken);
        return Fini("La vue est supprimée. Les fiches n’ont pas changé.");
    }

    private RedirectToPageResult Fini(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("VuesGardees", new { Id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Nom de la vue")]
        public string Nom { get; set; } = "";

        public string? Vue { get; set; }

        public string? Reglages { get; set; }

        [Display(Name = "La partager avec toute l’équipe de la convention")]
        public bool Partagee { get; set; }
    }
}
