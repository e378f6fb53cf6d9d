using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>Who binds themselves and who signs for them.</summary>
public sealed class PartiesModel(IMediator mediator) : DossierPageModel<ConsulterConvention.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool PeutModifier => Dossier.EnTete.Permet<AjouterPartie.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    /// <summary>Those who sign avenants are designated after the signature too.</summary>
    public bool PeutDesigner => Dossier.EnTete.Permet<DesignerSignataire.Command>() && CycleDeVie.SignatairesModifiables(Dossier.EnTete.Statut);

    public static IReadOnlyList<SelectListItem> Types { get; } =
        [.. Enum.GetValues<TypePartie>().Select(t => new SelectListItem(Libelles.De(t), t.ToString()))];

    protected override IRequest<ConsulterConvention.Dossier?> DossierQuery => new ConsulterConvention.Query(new ConventionId(Id));

    public void OnGet() => Input.Revision = Dossier.EnTete.Revision;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var partie = await Mediator.Send(
            new AjouterPartie.Command(new ConventionId(Id), Input.Revision, Input.Type, Input.Nom, Input.NomCourt), cancellationToken);
        TempData["Annonce"] = $"« {Input.Nom.Trim()} » est partie à la convention : désignez qui signera en son nom.";
        return RedirectToPage("/Conventions/Partie", new { Id, partie = partie.Value });
    }

    // an addition takes nothing from what somebody else saved: only the revision is to be refreshed
    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.EnTete.Revision,
        Type = Input.Type,
        Nom = Input.Nom,
        NomCourt = Input.NomCourt,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Type de partie")]
        public TypePartie Type { get; set; } = TypePartie.Autre;

        [Display(Name = "Nom")]
        public string Nom { get; set; } = "";

        [Display(Name = "Nom court")]
        public string? NomCourt { get; set; }
    }
}
