using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>Several workshops in one gesture.</summary>
public sealed class SerieModel(IMediator mediator) : DossierPageModel<ConsulterPlanification.Dossier>(mediator)
{
    private const int LignesAuDepart = 3;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AtelierInput Input { get; set; } = new();

    [BindProperty]
    public List<SeanceSaisie> Seances { get; set; } = [];

    [BindProperty]
    [Display(Name = "Partagé avec")]
    public List<Guid> PartageAvec { get; set; } = [];

    protected override IRequest<ConsulterPlanification.Dossier?> DossierQuery => new ConsulterPlanification.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Seances = [.. Enumerable.Range(0, LignesAuDepart).Select(_ => new SeanceSaisie())];
        return Dossier.EnTete.Permet<PlanifierSerie.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>One more line, what was typed kept.</summary>
    public void OnPostAjouter()
    {
        Seances.Add(new());
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Seances.RemoveAll(s => s.EstVide);
        ModelState.Clear();
        var ateliers = await Mediator.Send(
            new PlanifierSerie.Command(
                new ConventionId(Id), [.. PartageAvec.Select(c => new ConventionId(c))], Input.VersSaisie(), [.. Seances.Select(s => s.VersSeance())]),
            cancellationToken);
        TempData["Annonce"] = $"{Format.Pluriel(ateliers.Count, "atelier est préparé", "ateliers sont préparés")}.";
        return RedirectToPage("Index", new { Id });
    }
}

/// <summary>One sitting of the series being typed.</summary>
public sealed class SeanceSaisie
{
    [Display(Name = "Date")]
    public DateOnly? Date { get; set; }

    [Display(Name = "De")]
    public TimeOnly? Heure { get; set; }

    [Display(Name = "À")]
    public TimeOnly? HeureFin { get; set; }

    [Display(Name = "Lieu")]
    public string? Lieu { get; set; }

    [Display(Name = "Intitulé")]
    public string? Intitule { get; set; }

    internal bool EstVide => Date is null && Heure is null && HeureFin is null && string.IsNullOrWhiteSpace(Lieu + Intitule);

    internal PlanifierSerie.Seance VersSeance() => new(Intitule, Date, Heure, HeureFin, Lieu);
}
