using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

/// <summary>The findings, theme by theme.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerConstats.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "theme")]
    public string? Theme { get; set; }

    [FromQuery(Name = "priorite")]
    public ListerConstats.FiltrePriorite? Priorite { get; set; }

    public IEnumerable<SelectListItem> Themes => Dossier.Tous.Select(t => new SelectListItem(t, t));

    protected override IRequest<ListerConstats.Dossier?> DossierQuery => new ListerConstats.Query(new ConventionId(Id), Theme, Priorite);

    public void OnGet()
    {
        // everything is in the dossier
    }
}
