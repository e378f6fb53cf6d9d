using CtgPortal.Application.Avenants;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>Says what changes; the portal writes the articles.</summary>
public sealed class NouveauModel(IMediator mediator) : DossierPageModel<ConsulterAvenants.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SaisieAvenant Input { get; set; } = new();

    /// <summary>What the differences since the signature call for.</summary>
    public IReadOnlyList<NatureAvenant> Proposees =>
    [
        .. Dossier.Changements?.Contractuels.Select(d => d.Partie).Distinct().Select(p => p switch
        {
            PartieComparee.Plan => NatureAvenant.CompleterPlan,
            PartieComparee.Equipements => NatureAvenant.ModifierAnnexes,
            _ => (NatureAvenant?)null,
        }).OfType<NatureAvenant>() ?? [],
    ];

    protected override IRequest<ConsulterAvenants.Dossier?> DossierQuery => new ConsulterAvenants.Query(new ConventionId(Id));

    public void OnGet() => Input = (SaisieAvenant)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var avenant = await Mediator.Send(
            new PreparerAvenant.Command(new ConventionId(Id), Input.Revision, Input.Natures, Input.Objet, Input.Motifs, Input.NouvelleFin, Input.Communes),
            cancellationToken);
        TempData["Annonce"] = "L’avenant est préparé : relisez ses articles, puis ouvrez-le à la signature.";
        return RedirectToPage("Avenant", new { Id, avenant = avenant.Value });
    }

    protected override object SaisieActuelle() => new SaisieAvenant { Revision = Dossier.EnTete.Revision, Natures = [.. Proposees] };
}
