using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>Several fiches changed together, in three steps that only read until the last one: what, to what, is that right?</summary>
public sealed class LotModel(IMediator mediator) : DossierPageModel<ConsulterVuesDuPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public IReadOnlyList<Guid> Fiches { get; set; } = [];

    /// <summary>The filters and columns of the table, to come back to.</summary>
    [BindProperty(SupportsGet = true)]
    public string Retour { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")]
    public LotSaisi Input { get; set; } = new();

    /// <summary>The value is chosen: show what would change.</summary>
    [FromQuery]
    public bool Revue { get; set; }

    public IReadOnlyList<LignePlan> Lignes => [.. Dossier.Plan.Lignes.Where(l => Fiches.Contains(l.Fiche.Id.Value) && Dossier.PeutRediger(l.Fiche))];

    /// <summary>Ticked, seen, and not to be changed by this person.</summary>
    public int LaissesDeCote => Dossier.Plan.Fiches.Count(f => Fiches.Contains(f.Id.Value) && !Dossier.PeutRediger(f));

    public IEnumerable<(string Code, string Libelle, string Champ, bool Reserve)> Choix => LotSaisi.Choix.Where(c => Dossier.PeutModifier || !c.Reserve);

    public string Tableau => $"/conventions/{Id}/plan/tableau{(Retour.StartsWith('?') ? Retour : "")}";

    protected override IRequest<ConsulterVuesDuPlan.Dossier?> DossierQuery => new ConsulterVuesDuPlan.Query(new ConventionId(Id), FiltrePlan.Aucun);

    /// <summary>What the value is chosen among; empty when it is typed.</summary>
    public IEnumerable<SelectListItem> Options => Input.Quoi switch
    {
        "ajouter-champ" => Common.Choix.Champs(Dossier.EnTete.Champs),
        "retirer-champ" => Lignes.SelectMany(l => l.Fiche.Champs).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture).Select(c => new SelectListItem(c, c)),
        "priorite" => Common.Choix.De<Domain.Plans.PrioriteFiche>(Libelles.De).Prepend(new("Aucune", "")),
        "imposee" or "confidentielle" => [new("Oui", "oui"), new("Non", "non")],
        LotSaisi.Deplacer => MotsDuPlan.Places(Dossier.Plan),
        _ => [],
    };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (Revue, Fiches) = (true, [.. Input.Lues.Select(l => Guid.Parse(l.Split(':')[0]))]);
        await Mediator.Send(Input.Commande(new ConventionId(Id)), cancellationToken);
        TempData["Annonce"] = Fiches.Count == 1 ? "La fiche est modifiée." : $"Les {Fiches.Count} fiches sont modifiées.";
        return Redirect(Tableau);
    }
}
