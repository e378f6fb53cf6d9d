using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class CloreModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Formulaire<CloreAtelier.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new CloreAtelier.Command(Convention, AtelierId, Input.Revision, Input.CompteRendu), cancellationToken);
        return VersLAtelier("L’atelier est clos.");
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, CompteRendu = Dossier.CompteRendu };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Compte rendu")]
        public string? CompteRendu { get; set; }
    }
}
