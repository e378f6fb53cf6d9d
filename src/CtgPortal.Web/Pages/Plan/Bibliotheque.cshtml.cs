using CtgPortal.Application.Bibliotheque;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The library of the Caf for one plan: what is asked first, then what is offered.</summary>
public sealed class BibliothequeModel(IMediator mediator) : DossierPageModel<ConsulterBibliotheque.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterBibliotheque.Dossier?> DossierQuery => new ConsulterBibliotheque.Query(new ConventionId(Id));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAjouterAsync(int revision, Guid[] modeles, string? place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(modeles);
        var (axe, orientation) = MotsDuPlan.Place(place);
        var fiches = await Mediator.Send(
            new AjouterDepuisBibliotheque.Command(new ConventionId(Id), revision, [.. modeles.Select(FicheModeleId.From)], axe, orientation), cancellationToken);
        TempData["Annonce"] = fiches.Count == 1 ? "La fiche est dans le plan. Complétez-la pour votre territoire." : $"{fiches.Count} fiches sont dans le plan. Complétez-les pour votre territoire.";
        return fiches.Count == 1 ? RedirectToPage("/Fiches/Index", new { Id, FicheId = fiches[0].Value }) : RedirectToPage("Index", new { Id });
    }

    public async Task<IActionResult> OnPostSansObjetAsync(Guid modele, string? motif, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeclarerFicheSansObjet.Command(new ConventionId(Id), new FicheModeleId(modele), motif), cancellationToken);
        TempData["Annonce"] = "C’est noté, avec votre raison. Vous pourrez encore ajouter la fiche.";
        return RedirectToPage(new { Id });
    }
}
