using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>What changed since the signature, and the avenants.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterAvenants.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterAvenants.Dossier?> DossierQuery => new ConsulterAvenants.Query(new ConventionId(Id));

    public static string Depart(EtatSigneLu etat)
    {
        ArgumentNullException.ThrowIfNull(etat);
        var jour = etat.Le is { } le ? $" le {Format.Date(le)}" : "";
        return etat switch
        {
            { HorsPortail: true } => $"la convention signée hors du portail, telle qu’elle était saisie{jour}.",
            { Avenant: { } numero } => $"l’avenant n° {numero}, signé{jour}.",
            _ => $"la convention, signée{jour}.",
        };
    }

    public static string Resume(IReadOnlyList<ConsulterAvenants.FicheSignee> fiches) => string.Join(", ", fiches.GroupBy(f => f.Etat).OrderBy(g => g.Key).Select(g =>
        $"{Format.Nombre(g.Count())} {g.Key switch
        {
            EtatFicheSignee.TelleQueSignee => g.Count() > 1 ? "telles que signées" : "telle que signée",
            EtatFicheSignee.ModifieeDepuis => g.Count() > 1 ? "modifiées depuis" : "modifiée depuis",
            EtatFicheSignee.AjouteeDepuis => g.Count() > 1 ? "ajoutées depuis" : "ajoutée depuis",
            _ => g.Count() > 1 ? "retirées depuis" : "retirée depuis",
        }}"));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostEtatSigneAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new FixerEtatSigne.Command(new ConventionId(Id), revision), cancellationToken);
        TempData["Annonce"] = "L’état signé est gardé : ce qui changera ensuite sera montré ici.";
        return RedirectToPage(new { Id });
    }
}
