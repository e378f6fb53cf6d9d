using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Web.Common;
using Htmx;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Import;

/// <summary>Where a file stands: being read, read and reported, written, or refused.</summary>
public sealed class RapportModel(IMediator mediator) : DossierPageModel<ConsulterImport.Dossier>(mediator)
{
    /// <summary>Replaced figures shown on the page; the file of the report has all of them.</summary>
    public const int RemplaceesMontrees = 50;

    public const int AnomaliesMontrees = 20;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    public string Adresse => $"/conventions/{Id}/diagnostic/import/{Import}";

    public ConsulterImport.Rapport? Rapport => Dossier.Rapport;

    public int Nouvelles => Rapport!.Series.Sum(s => s.Nouvelles);

    public int Remplacees => Rapport!.Series.Sum(s => s.Remplacees);

    public int Inchangees => Rapport!.Series.Sum(s => s.Inchangees);

    protected override IRequest<ConsulterImport.Dossier?> DossierQuery => new ConsulterImport.Query(new ConventionId(Id), new ImportChiffresId(Import));

    public IActionResult OnGet()
    {
        if (Dossier.Import.Etat == EtatImport.APreciser)
        {
            return RedirectToPage("Colonnes", new { Id, Import });
        }

        if (Request.IsHtmx() && Dossier.Import.Etat != EtatImport.ALire)
        {
            // the reading is over: the whole page says what came out of it
            Response.Htmx(h => h.Refresh());
        }

        return Page();
    }

    public async Task<IActionResult> OnPostEcrireAsync(int revision, int revisionImport, CancellationToken cancellationToken)
    {
        var bilan = await Mediator.Send(new EcrireChiffres.Command(new(Id), revision, new(Import), revisionImport), cancellationToken);
        TempData["Annonce"] = Phrase(bilan);
        return RedirectToPage(new { Id, Import });
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new AbandonnerImport.Command(new(Id), new(Import)), cancellationToken);
        TempData["Annonce"] = "Le fichier est oublié.";
        return RedirectToPage("Index", new { Id });
    }

    public static string Phrase(BilanImport bilan)
    {
        ArgumentNullException.ThrowIfNull(bilan);
        return $"{Format.Pluriel(bilan.Nouvelles, "nouvelle valeur écrite", "nouvelles valeurs écrites")}, "
            + $"{Format.Pluriel(bilan.Remplacees, "valeur remplacée", "valeurs remplacées")}, {Format.Pluriel(bilan.Inchangees, "inchangée", "inchangées")}.";
    }
}
