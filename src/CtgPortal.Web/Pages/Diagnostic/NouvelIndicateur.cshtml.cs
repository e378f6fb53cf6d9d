using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic;

public sealed class NouvelIndicateurModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id));

    public IActionResult OnGet(string? champ)
    {
        Input = new() { Revision = Dossier.Revision, Champ = champ };
        return Dossier.EnTete.Permet<AjouterIndicateur.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var indicateur = await Mediator.Send(
            new AjouterIndicateur.Command(new ConventionId(Id), Input.Revision, Input.Champ, Input.Intitule, Input.Unite, Input.Nature, Input.Definition, Input.SourceUsuelle, Input.Seuil), cancellationToken);
        TempData["Annonce"] = "L’indicateur est ajouté : donnez-lui ses valeurs.";
        return RedirectToPage("Indicateur", new { Id, Indicateur = indicateur.Value });
    }

    /// <summary>An addition contradicts nothing stored: only the revision is renewed.</summary>
    protected override object SaisieActuelle() =>
        new InputModel { Revision = Dossier.Revision, Champ = Input.Champ, Intitule = Input.Intitule, Unite = Input.Unite, Nature = Input.Nature, Definition = Input.Definition, SourceUsuelle = Input.SourceUsuelle, Seuil = Input.Seuil };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Champ d’intervention")]
        public string? Champ { get; set; }

        [Display(Name = "Indicateur")]
        public string? Intitule { get; set; }

        [Display(Name = "Unité")]
        public string? Unite { get; set; }

        [Display(Name = "Ce qu’il mesure")]
        public NatureIndicateur? Nature { get; set; }

        [Display(Name = "Définition")]
        public string? Definition { get; set; }

        [Display(Name = "Source habituelle")]
        public string? SourceUsuelle { get; set; }

        [Display(Name = "Seuil de secret")]
        public int? Seuil { get; set; }
    }
}
