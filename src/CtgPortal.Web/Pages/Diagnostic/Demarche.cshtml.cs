using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic;

public sealed class DemarcheModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<DecrireDemarche.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DecrireDemarche.Command(new ConventionId(Id), Input.Revision, Input.Demarche, Choix.Lignes(Input.Sources)), cancellationToken);
        TempData["Annonce"] = "La démarche est enregistrée.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() =>
        new InputModel { Revision = Dossier.Revision, Demarche = Dossier.Demarche, Sources = string.Join('\n', Dossier.Sources) };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Démarche")]
        public string? Demarche { get; set; }

        [Display(Name = "Sources")]
        public string? Sources { get; set; }
    }
}
