using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>What bound the parties on a day, and what had changed since they signed.</summary>
public sealed class ConsolideModel(IMediator mediator) : DossierPageModel<ConsulterTexteConsolide.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Null for today.</summary>
    [FromQuery]
    public DateOnly? Le { get; set; }

    protected override IRequest<ConsulterTexteConsolide.Dossier?> DossierQuery => new ConsulterTexteConsolide.Query(new ConventionId(Id), Le);

    public static string Nom(EtatSigneDate etat)
    {
        ArgumentNullException.ThrowIfNull(etat);
        return etat switch
        {
            { Numero: { } numero } => $"Avenant n° {numero}",
            { HorsPortail: true } => "La convention, signée hors du portail",
            _ => "La convention",
        };
    }

    public void OnGet()
    {
        // everything is in the dossier
    }
}
