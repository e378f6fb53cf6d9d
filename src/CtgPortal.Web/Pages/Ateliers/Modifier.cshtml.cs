using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class ModifierModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public AtelierInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = (AtelierInput)SaisieActuelle();
        return Formulaire<DecrireAtelier.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DecrireAtelier.Command(Convention, AtelierId, Input.Revision, Input.VersSaisie()), cancellationToken);
        return VersLAtelier("L’atelier est modifié.");
    }

    protected override object SaisieActuelle() => AtelierInput.De(Dossier.Description, Dossier.Revision, Dossier.EnTete.Champs);
}
