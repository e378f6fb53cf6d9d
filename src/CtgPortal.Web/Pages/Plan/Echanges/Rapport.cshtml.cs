using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>Every line of the file and what it would do; once written, what it did and how to take it back.</summary>
public sealed class RapportModel(IMediator mediator) : DossierPageModel<ConsulterImportPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    public string Adresse => $"/conventions/{Id}/plan/importer/{Import}";

    protected override IRequest<ConsulterImportPlan.Dossier?> DossierQuery => new ConsulterImportPlan.Query(new ConventionId(Id), new ImportTableurId(Import));

    public IActionResult OnGet() => Dossier.Rapport is null || Dossier.Import.EstPrecise ? Page() : RedirectToPage("Colonnes", new { Id, Import });

    public async Task<IActionResult> OnPostAsync(int revision, string empreinte, bool sansLesAutres, CancellationToken cancellationToken)
    {
        var bilan = await Mediator.Send(new ImporterPlan.Command(new(Id), new(Import), revision, empreinte, sansLesAutres), cancellationToken);
        TempData["Annonce"] = $"{Format.Pluriel(bilan.Creees, "fiche ajoutée", "fiches ajoutées")}, {Format.Pluriel(bilan.Modifiees, "modifiée", "modifiées")}.";
        return RedirectToPage(new { Id, Import });
    }

    public async Task<IActionResult> OnPostAnnulerAsync(int revision, CancellationToken cancellationToken)
    {
        var bilan = await Mediator.Send(new AnnulerImportPlan.Command(new(Id), new(Import), revision), cancellationToken);
        TempData["Annonce"] = $"Import annulé : {Format.Pluriel(bilan.Retirees, "fiche retirée", "fiches retirées")}, {Format.Pluriel(bilan.Restaurees, "remise comme avant", "remises comme avant")}."
            + (bilan.BranchesGardees.Count == 0 ? "" : $" Ces parties du plan ne sont plus vides et restent : {string.Join(", ", bilan.BranchesGardees.Select(b => $"« {b} »"))}.");
        return RedirectToPage(new { Id, Import });
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new AbandonnerTableur.Command(new(Id), NatureImport.Plan, new(Import)), cancellationToken);
        TempData["Annonce"] = "Le fichier est oublié : rien n’a été écrit.";
        return RedirectToPage("Importer", new { Id });
    }

    public static string Libelle(EcartFiche difference) =>
        difference.Champ == EcartFiche.Place ? "Place dans le plan" : LibellesFiche.De(difference.Champ).Libelle;

    /// <summary>As people read it; « rien » for nothing, and not the whole of a long text.</summary>
    public static string Valeur(string champ, string? brut)
    {
        var valeur = champ == EcartFiche.Place ? brut : ChampsJournal.Valeur(champ, brut);
        return string.IsNullOrEmpty(valeur) ? "rien" : valeur.Length > 160 ? $"{valeur.AsSpan(0, 160).TrimEnd()}…" : valeur;
    }
}
