using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

public sealed class ModifierModel(IMediator mediator) : DossierPageModel<ConsulterConstat.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Constat { get; set; }

    [BindProperty]
    public ConstatInput Input { get; set; } = new();

    protected override IRequest<ConsulterConstat.Dossier?> DossierQuery =>
        new ConsulterConstat.Query(new ConventionId(Id), new ConstatId(Constat));

    public IActionResult OnGet()
    {
        Input = (ConstatInput)SaisieActuelle();
        return Dossier.EnTete.Permet<ModifierConstat.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierConstat.Command(new ConventionId(Id), Input.Revision, new ConstatId(Constat), Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "Le constat est modifié.";
        return RedirectToPage("Constat", new { Id, Constat });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerConstat.Command(new ConventionId(Id), revision, new ConstatId(Constat)), cancellationToken);
        TempData["Annonce"] = "Le constat est retiré du diagnostic.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => new ConstatInput
    {
        Revision = Dossier.Revision,
        Champ = Dossier.Champ,
        Nature = Dossier.Nature,
        Texte = Dossier.Texte,
        Priorite = Dossier.Priorite,
        Appuis = [.. Dossier.Appuis.Select(a => a.Cle)],
    };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        valeur is string cle ? Dossier.AppuisPossibles.FirstOrDefault(p => p.Cle == cle)?.Intitule : null;
}
