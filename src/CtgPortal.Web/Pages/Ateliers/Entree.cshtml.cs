using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>At the door: one gesture for those expected, one line for the others.</summary>
public sealed class EntreeModel(IMediator mediator) : AssistancePageModel(mediator)
{
    [BindProperty]
    public ListeInput Input { get; set; } = new();

    public bool Enchaine { get; private set; }

    /// <param name="organisation">Of the person just noted: colleagues often come together.</param>
    public void OnGet(string? organisation) => (Input, Enchaine) = (new() { Personnes = [new() { Organisation = organisation }] }, organisation is not null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new InscrirePersonnes.Command(Convention, AtelierId, Input.VersSaisies(), Presentes: true), cancellationToken);
        TempData["Annonce"] = "La personne est notée présente.";

        // no fragment: a browser that goes to one gives the focus to no field
        return RedirectToPage(new { Id, Atelier, Input.Personnes[0].Organisation });
    }

    public async Task<IActionResult> OnPostArriveeAsync(Guid personne, bool presente, CancellationToken cancellationToken)
    {
        await Mediator.Send(new NoterArrivee.Command(Convention, AtelierId, new PersonneAtelierId(personne), presente), cancellationToken);
        return Encore(presente ? "L’arrivée est notée." : "L’arrivée est retirée.", "attendues");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid personne, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerPersonne.Command(Convention, AtelierId, new PersonneAtelierId(personne)), cancellationToken);
        return Encore("La personne est effacée.", "sur-place");
    }
}
