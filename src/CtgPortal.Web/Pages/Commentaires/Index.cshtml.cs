using CtgPortal.Application.Commentaires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Commentaires;

/// <summary>Every discussion of a convention.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerCommentaires.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public ListerCommentaires.Choix Choix { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    protected override IRequest<ListerCommentaires.Dossier?> DossierQuery =>
        new ListerCommentaires.Query(new ConventionId(Id), Choix, Math.Clamp(P, 1, 10_000));

    public void OnGet()
    {
    }
}
