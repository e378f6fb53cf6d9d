using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

public sealed class NouveauModel(IMediator mediator) : DossierPageModel<ConsulterAppuis.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ConstatInput Input { get; set; } = new();

    protected override IRequest<ConsulterAppuis.Dossier?> DossierQuery => new ConsulterAppuis.Query(new ConventionId(Id));

    public IActionResult OnGet(string? champ, NatureConstat? nature, string? appui)
    {
        Input = new() { Revision = Dossier.Revision, Champ = champ, Nature = nature, Appuis = appui is null ? [] : [appui] };
        return Dossier.EnTete.Permet<AjouterConstat.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(bool encore, CancellationToken cancellationToken)
    {
        await Mediator.Send(new AjouterConstat.Command(new ConventionId(Id), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "Le constat est ajouté.";
        return encore ? RedirectToPage(new { Id, Input.Champ, Input.Nature }) : RedirectToPage("Index", new { Id });
    }

    /// <summary>An addition contradicts nothing stored: only the revision is renewed.</summary>
    protected override object SaisieActuelle() => new ConstatInput
    {
        Revision = Dossier.Revision,
        Champ = Input.Champ,
        Nature = Input.Nature,
        Texte = Input.Texte,
        Priorite = Input.Priorite,
        Appuis = Input.Appuis,
    };
}
