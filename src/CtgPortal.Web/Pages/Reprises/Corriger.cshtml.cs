using CtgPortal.Application.Reprises;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Reprises;

/// <summary>What was taken in, corrected as long as nothing is built on it.</summary>
[RequestSizeLimit(SaisieReprise.OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = SaisieReprise.OctetsMax)]
public sealed class CorrigerModel(IMediator mediator) : DossierPageModel<ConsulterReprise.Dossier>(mediator), IPageReprise
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SaisieReprise Input { get; set; } = new();

    public string? Garde => Dossier.Original?.Fichier.Nom;

    public bool PeutCorriger => Dossier.EnTete.Permet<CorrigerReprise.Command>();

    protected override IRequest<ConsulterReprise.Dossier?> DossierQuery => new ConsulterReprise.Query(new ConventionId(Id));

    public void OnGet() => Input = (SaisieReprise)SaisieActuelle();

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
        await Mediator.Send(
            new CorrigerReprise.Command(
                new ConventionId(Id), Input.Revision, Input.Intitule, Input.Debut, Input.Fin, Input.Generation, Input.TousLesChamps(), Input.Remplace,
                await Input.LireTexteAsync(cancellationToken), Input.QuiASigne(), await Input.AnciensAsync(cancellationToken)),
            cancellationToken);
        TempData["Annonce"] = "La reprise est corrigée.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle()
    {
        var saisie = new SaisieReprise();
        saisie.Remplir(Dossier);
        saisie.Completer();
        return saisie;
    }
}
