using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Equipements;

/// <summary>One line of annexe 2: read by everybody, corrected by those who write the convention.</summary>
public sealed class ModifierModel(IMediator mediator, TimeProvider clock) : DossierPageModel<ConsulterEquipement.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Equipement { get; set; }

    [BindProperty]
    public EquipementInput Input { get; set; } = new();

    protected override IRequest<ConsulterEquipement.Dossier?> DossierQuery => new ConsulterEquipement.Query(new ConventionId(Id), new EquipementId(Equipement));

    public void OnGet() => Input = (EquipementInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierEquipement.Command(new ConventionId(Id), new EquipementId(Equipement), Input.Revision, Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = $"« {Input.Nom} » est enregistré.";
        return RedirectToPage("Index", new { Id });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerEquipement.Command(new ConventionId(Id), new EquipementId(Equipement), revision), cancellationToken);
        TempData["Annonce"] = "L’équipement est retiré de la liste.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() =>
        EquipementInput.De(Dossier.Detail, Dossier.Collectivites, Dossier.EnTete.Periode, clock.GetUtcNow().JourEnFrance().Year);
}
