using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

/// <summary>A file of results is read, shown, then kept or dropped.</summary>
public sealed class ResultatsModel(IMediator mediator) : DossierPageModel<ConsulterEnquete.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Enquete { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterEnquete.Dossier?> DossierQuery => new ConsulterEnquete.Query(new ConventionId(Id), new EnqueteId(Enquete));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<LireResultats.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new LireResultats.Command(
                new ConventionId(Id), new EnqueteId(Enquete), Input.Revision, Input.Forme, Input.Fichier?.FileName ?? "",
                await Input.Fichier.LireAsync(cancellationToken)),
            cancellationToken);
        return RedirectToPage(new { Id, Enquete });
    }

    public async Task<IActionResult> OnPostRetenirAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetenirResultats.Command(new ConventionId(Id), new EnqueteId(Enquete), revision), cancellationToken);
        TempData["Annonce"] = "Les résultats sont gardés.";
        return RedirectToPage("Enquete", new { Id, Enquete });
    }

    public async Task<IActionResult> OnPostEcarterAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new EcarterResultats.Command(new ConventionId(Id), new EnqueteId(Enquete), revision), cancellationToken);
        TempData["Annonce"] = "Le fichier est écarté : rien n’en est gardé.";
        return RedirectToPage("Enquete", new { Id, Enquete });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Forme = Input.Forme };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Que contient le fichier ?")]
        public FormeResultats? Forme { get; set; }

        [Display(Name = "Fichier des résultats")]
        public IFormFile? Fichier { get; set; }
    }
}
