using CtgPortal.Application.Equipements;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Equipements.Import;

/// <summary>Every line of the file and what it would do; nothing is written before the button.</summary>
public sealed class RapportModel(IMediator mediator) : DossierPageModel<ConsulterImportEquipements.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    protected override IRequest<ConsulterImportEquipements.Dossier?> DossierQuery =>
        new ConsulterImportEquipements.Query(new ConventionId(Id), new ImportTableurId(Import));

    public IActionResult OnGet() =>
        Dossier.Rapport is null || Dossier.Import.EstPrecise ? Page() : RedirectToPage("Colonnes", new { Id, Import });

    public async Task<IActionResult> OnPostAsync(int revision, string empreinte, bool sansLesAutres, CancellationToken cancellationToken)
    {
        var bilan = await Mediator.Send(
            new ImporterEquipements.Command(new ConventionId(Id), new ImportTableurId(Import), revision, empreinte, sansLesAutres), cancellationToken);
        TempData["Annonce"] = $"{Format.Pluriel(bilan.Ajoutes, "équipement ajouté", "équipements ajoutés")}, {Format.Pluriel(bilan.Modifies, "modifié", "modifiés")}.";
        return RedirectToPage("../Index", new { Id });
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new AbandonnerTableur.Command(new ConventionId(Id), NatureImport.Equipements, new ImportTableurId(Import)), cancellationToken);
        TempData["Annonce"] = "Le fichier est oublié : rien n’a été écrit.";
        return RedirectToPage("../Index", new { Id });
    }
}
