using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>The organisations that were there, one after the other.</summary>
public sealed class PresencesModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>One has just been noted: the next one is typed in the same place.</summary>
    public bool Enchaine { get; private set; }

    public IActionResult OnGet(bool enchaine)
    {
        (Input, Enchaine) = (new() { Revision = Dossier.Revision }, enchaine);
        return Formulaire<NoterPresence.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new NoterPresence.Command(Convention, AtelierId, Input.Revision, Input.Organisation, Input.Nombre), cancellationToken);
        TempData["Annonce"] = "La présence est notée.";
        return RedirectToPage(new { Id, Atelier, enchaine = true });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, string organisation, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RetirerPresence.Command(Convention, AtelierId, revision, organisation), cancellationToken);
        TempData["Annonce"] = "La présence est retirée.";
        return RedirectToPage(new { Id, Atelier });
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Organisation = Input.Organisation,
        Nombre = Dossier.Organisations.FirstOrDefault(o => string.Equals(o.Organisation, Input.Organisation?.Trim(), StringComparison.OrdinalIgnoreCase))?.Nombre ?? Input.Nombre,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Organisation")]
        public string? Organisation { get; set; }

        [Display(Name = "Nombre de personnes")]
        public int? Nombre { get; set; }
    }
}
