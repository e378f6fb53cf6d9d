using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Ateliers;

public sealed class CloreModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = (InputModel)SaisieActuelle();
        var page = Formulaire<CloreAtelier.Command>();
        if (Input.CompteRendu is null && page is PageResult)
        {
            Input.CompteRendu = await Mediator.Send(new ConsulterCompteRendu.Query(Convention, AtelierId), cancellationToken);
        }

        return page;
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

        [Display(Name = "Ce qui est retenu")]
        public string? CompteRendu { get; set; }
    }
}
