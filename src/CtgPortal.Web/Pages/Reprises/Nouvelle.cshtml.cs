using CtgPortal.Application.Conventions;
using CtgPortal.Application.Reprises;
using CtgPortal.Application.Territoires;
using CtgPortal.Web.Common;
using CtgPortal.Web.Pages.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Reprises;

/// <summary>A convention signed elsewhere enters the portal, all of it or nothing.</summary>
[RequestSizeLimit(SaisieReprise.OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = SaisieReprise.OctetsMax)]
public sealed class NouvelleModel(IMediator mediator) : DossierPageModel<ConsulterOuverture.Dossier>(mediator), IPageTerritoires, IPageReprise
{
    private readonly SaisieTitulaires _titulaires = new(mediator);

    [BindProperty]
    public SaisieReprise Input { get; set; } = new();

    SaisieTerritoires IPageTerritoires.Input => Input;

    public IReadOnlyList<SelectListItem> Cafs => [.. Dossier.Cafs.Select(c => new SelectListItem(c.Nom, c.Code))];

    public string? Garde => null;

    protected override IRequest<ConsulterOuverture.Dossier?> DossierQuery => new ConsulterOuverture.Query();

    public string SuitePerimetre => "Le périmètre comprendra toutes les communes de ces territoires.";

    public IReadOnlyList<ListerTerritoires.Row> Choix(string champ) => _titulaires.Choix.GetValueOrDefault(champ) ?? [];

    public void OnGet()
    {
        Input.Caf = Dossier.Cafs[0].Code;
        Input.Completer();
    }

    public PageResult OnPostSignataires()
    {
        Input.AjouterSignataires();
        return Page();
    }

    public PageResult OnPostAvenant()
    {
        Input.AjouterAvenant();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var convention = await Mediator.Send(
            new ReprendreConvention.Command(
                Input.Caf, await _titulaires.LireAsync(Input, cancellationToken), null, Input.Intitule, Input.Debut, Input.Fin, Input.Generation, Input.TousLesChamps(),
                Input.Remplace, await Input.LireTexteAsync(cancellationToken), Input.QuiASigne(), await Input.AnciensAsync(cancellationToken)),
            cancellationToken);
        TempData["Annonce"] = "La convention est reprise. Il reste à dire ce que contient son plan d’actions.";
        return RedirectToPage("/Reprises/Index", new { id = convention.Value });
    }
}
