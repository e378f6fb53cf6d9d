using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Diagnostic.Validations;

/// <summary>What changed between a validation and another, or today.</summary>
public sealed class DifferencesModel(IMediator mediator) : DossierPageModel<ConsulterDifferences.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "de")]
    public int? De { get; set; }

    [FromQuery(Name = "a")]
    public int? A { get; set; }

    public IEnumerable<SelectListItem> Validations =>
        Dossier.Validations.Select(v => new SelectListItem($"n° {v.Numero}, {Format.Date(v.Le)}", $"{v.Numero}"));

    protected override IRequest<ConsulterDifferences.Dossier?> DossierQuery => new ConsulterDifferences.Query(new ConventionId(Id), De, A);

    public void OnGet() => De ??= Dossier.De?.Numero;
}
