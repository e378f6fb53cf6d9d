using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>How long names are kept, and erasing them now.</summary>
public sealed class DonneesModel(IMediator mediator) : AssistancePageModel(mediator)
{
    [BindProperty]
    [Display(Name = "Garder les noms")]
    public int? Mois { get; set; }

    [BindProperty]
    [Display(Name = "Je confirme : les noms, les adresses et les messages envoyés ne pourront pas être retrouvés")]
    public bool Confirme { get; set; }

    public void OnGet() => Mois = Dossier.Synthese.ConservationMois;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new FixerConservation.Command(Convention, AtelierId, Mois), cancellationToken);
        return Encore("La durée est enregistrée.");
    }

    public async Task<IActionResult> OnPostEffacerAsync(CancellationToken cancellationToken)
    {
        var nombre = await Mediator.Send(new EffacerAssistance.Command(Convention, AtelierId, Confirme), cancellationToken);
        return Encore($"{Format.Pluriel(nombre, "personne est effacée", "personnes sont effacées")}. Les nombres par organisation sont gardés.");
    }
}
