using CtgPortal.Application.Ateliers;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class AnnulerModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public MotifInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = (MotifInput)SaisieActuelle();
        return Formulaire<AnnulerAtelier.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var prevenues = await Mediator.Send(new AnnulerAtelier.Command(Convention, AtelierId, Input.Revision, Input.Motif), cancellationToken);
        return VersLAtelier(prevenues == 0 ? "L’atelier est annulé." : $"L’atelier est annulé et {Format.Pluriel(prevenues, "personne est prévenue", "personnes sont prévenues")}.");
    }

    protected override object SaisieActuelle() => new MotifInput { Revision = Dossier.Revision, Motif = Input.Motif };
}
