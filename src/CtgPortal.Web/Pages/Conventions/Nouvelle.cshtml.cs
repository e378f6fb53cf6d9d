using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class NouvelleModel(IMediator mediator) : DossierPageModel<ConsulterOuverture.Dossier>(mediator), IPageTerritoires
{
    private readonly SaisieTitulaires _titulaires = new(mediator);

    [BindProperty]
    public SaisieTerritoires Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Cafs => [.. Dossier.Cafs.Select(c => new SelectListItem(c.Nom, c.Code))];

    protected override IRequest<ConsulterOuverture.Dossier?> DossierQuery => new ConsulterOuverture.Query();

    public string SuitePerimetre => "Le périmètre comprendra toutes les communes de ces territoires ; vous pourrez ensuite n’en garder que certaines.";

    public IReadOnlyList<ListerTerritoires.Row> Choix(string champ) => _titulaires.Choix.GetValueOrDefault(champ) ?? [];

    public void OnGet() => Input.Caf = Dossier.Cafs[0].Code;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var convention = await Mediator.Send(
            new OuvrirConvention.Command(
                Input.Caf, await _titulaires.LireAsync(Input, cancellationToken), null, Input.Intitule, Input.Debut, Input.Fin, Input.Generation,
                Input.TousLesChamps(), Input.Remplace),
            cancellationToken);
        TempData["Annonce"] = "La convention est ouverte : commencez par son diagnostic.";
        return RedirectToPage("/Conventions/Detail", new { id = convention.Value });
    }
}
