using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>Blank cards on paper, eight to an A4 sheet, for who prefers a pen.</summary>
public sealed class CartesModel(IMediator mediator) : DossierPageModel<ConsulterReglagesSalle.Dossier>(mediator)
{
    public const int ParFeuille = 8;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    protected override IRequest<ConsulterReglagesSalle.Dossier?> DossierQuery =>
        new ConsulterReglagesSalle.Query(new ConventionId(Id), new AtelierId(Atelier));
}
