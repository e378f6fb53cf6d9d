using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>Who changed what on the fiche, when, and the way back.</summary>
public sealed class HistoriqueModel(IMediator mediator) : DossierPageModel<ConsulterHistoriqueFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [FromQuery]
    public string? Champ { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Champs =>
        [.. ChampsFiche.Tous.Select(c => new SelectListItem(LibellesFiche.De(c.Code).Libelle, c.Code, c.Code == Champ))];

    protected override IRequest<ConsulterHistoriqueFiche.Dossier?> DossierQuery => new ConsulterHistoriqueFiche.Query(
        new(Id), new(FicheId), ChampsFiche.Tous.Any(c => c.Code == Champ) ? Champ : null, Math.Max(1, P));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostRetablirAsync(int revision, int etat, string? champ, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RestaurerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), revision, etat, champ), cancellationToken);
        TempData["Annonce"] = $"{(champ is null ? "La fiche" : $"« {LibellesFiche.De(champ).Libelle} »")} : l’ancienne version est rétablie. L’historique garde tout.";
        return Redirect(VueFiche.Adresse(Dossier.Fiche));
    }
}
