using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>What happened, in order, and whether the chain that proves it is whole: computed again each time it is shown.</summary>
public sealed class PreuveModel(IMediator mediator) : DossierPageModel<ConsulterPreuve.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>A version by its number; the last one otherwise.</summary>
    [FromQuery]
    public int? Version { get; set; }

    protected override IRequest<ConsulterPreuve.Dossier?> DossierQuery => new ConsulterPreuve.Query(new ConventionId(Id), Version);

    public void OnGet()
    {
        // everything is in the dossier
    }

    public static string Icone(string type) => type switch
    {
        "SignatureOuverte" => "lock",
        "SignatureRecueillie" => "pen",
        "SignatureCompletee" => "patch-check",
        "DocumentScelle" => "shield-lock",
        "SignatureAnnulee" => "arrow-counterclockwise",
        "SignataireAppele" => "send",
        "SignataireRelance" => "bell",
        "SignataireRemplace" => "arrow-left-right",
        "LigneRetiree" => "person-dash",
        "SignatureReportee" => "arrow-repeat",
        "ScanDepose" => "file-earmark-arrow-up",
        "ScanRejete" => "file-earmark-x",
        "CircuitProlonge" or "CeremoniePlanifiee" or "CeremonieAnnulee" => "calendar-event",
        "DocumentMontre" or "DocumentLu" => "eye",
        "LienEnvoye" => "send",
        "LienOuvert" => "link-45deg",
        "CodeEnvoye" => "envelope",
        "CodeFaux" or "ActeRefuse" or "SignatureRefusee" => "x-circle",
        _ => "dot",
    };
}
