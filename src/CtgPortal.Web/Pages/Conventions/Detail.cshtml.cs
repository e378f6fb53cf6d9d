using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>The overview: what comes next, then each block with its edit link.</summary>
public sealed class DetailModel(IMediator mediator) : DossierPageModel<ConsulterConvention.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Adresse => $"/conventions/{Id}";

    /// <summary>Only while the text may change, and for those who may change it.</summary>
    public bool PeutModifier => Dossier.EnTete.Permet<ModifierCadre.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    public bool PeutFranchir => Dossier.EnTete.Permet<AvancerEtape.Command>() && Dossier.Suites.Count > 0;

    protected override IRequest<ConsulterConvention.Dossier?> DossierQuery => new ConsulterConvention.Query(new ConventionId(Id));
}
