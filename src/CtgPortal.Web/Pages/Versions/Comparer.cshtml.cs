using CtgPortal.Application.Versions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Versions;

/// <summary>What changed between two versions, or since one; everything one chooses is in the address.</summary>
public sealed class ComparerModel(IMediator mediator) : DossierPageModel<ConsulterComparaison.Dossier>(mediator)
{
    /// <summary>The two texts side by side.</summary>
    public const string CoteACote = "cote";

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "de")]
    public int? De { get; set; }

    [FromQuery(Name = "a")]
    public int? A { get; set; }

    [FromQuery(Name = "partie")]
    public PartieComparee? Partie { get; set; }

    [FromQuery(Name = "vue")]
    public string? Vue { get; set; }

    public IEnumerable<SelectListItem> Choix => VueVersions.Choix(Dossier.Versions);

    public IReadOnlyList<DifferenceDossier> Differences =>
        [.. Dossier.Changements?.Comparaison.Differences.Where(d => Partie is null || d.Partie == Partie) ?? []];

    protected override IRequest<ConsulterComparaison.Dossier?> DossierQuery => new ConsulterComparaison.Query(new ConventionId(Id), De, A);

    public void OnGet() => De ??= Dossier.Changements?.Avant.Numero;
}
