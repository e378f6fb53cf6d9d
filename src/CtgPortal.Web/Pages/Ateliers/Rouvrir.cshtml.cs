using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class RouvrirModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public MotifInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = (MotifInput)SaisieActuelle();
        return Formulaire<RouvrirAtelier.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RouvrirAtelier.Command(Convention, AtelierId, Input.Revision, Input.Motif), cancellationToken);
        return VersLAtelier("L’atelier est rouvert.");
    }

    protected override object SaisieActuelle() => new MotifInput { Revision = Dossier.Revision, Motif = Input.Motif };
}
