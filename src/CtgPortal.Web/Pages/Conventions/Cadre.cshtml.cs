using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class CadreModel(IMediator mediator) : DossierPageModel<ConsulterConvention.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool PeutModifier => Dossier.EnTete.Permet<ModifierCadre.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    protected override IRequest<ConsulterConvention.Dossier?> DossierQuery => new ConsulterConvention.Query(new ConventionId(Id));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierCadre.Command(
                new ConventionId(Id), Input.Revision, Input.Intitule, Input.Debut, Input.Fin, Input.Generation, Input.TousLesChamps(), Input.Remplace),
            cancellationToken);
        TempData["Annonce"] = "Le cadre de la convention est enregistré.";
        return RedirectToPage("/Conventions/Detail", new { Id });
    }

    protected override object SaisieActuelle()
    {
        var cadre = Dossier.Cadre;
        var saisie = new InputModel { Revision = Dossier.EnTete.Revision };
        saisie.Remplir(cadre);
        return saisie;
    }

    public sealed class InputModel : SaisieCadre
    {
        public int Revision { get; set; }
    }
}
