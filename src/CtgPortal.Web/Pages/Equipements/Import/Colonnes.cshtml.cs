using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Equipements.Import;

/// <summary>What each column of a sheet of équipements is.</summary>
public sealed class ColonnesModel(IMediator mediator) : ColonnesTableurModel<ConsulterImportEquipements.Dossier>(mediator, NatureImport.Equipements)
{
    public override string Attendus => "équipements";

    public override string Envoi => $"/conventions/{Id}/equipements/import";

    protected override IRequest<ConsulterImportEquipements.Dossier?> DossierQuery =>
        new ConsulterImportEquipements.Query(new ConventionId(Id), new ImportTableurId(Import));

    /// <summary>Every field, then the amounts of the years that a sheet may give.</summary>
    public override IEnumerable<SelectListItem> Choix(string champ)
    {
        var annees = Dossier.Import.Lecture.Champs.Where(ColonnesEquipement.EstUnMontant).Select(ColonnesEquipement.AnneeDe)
            .Concat(Dossier.EnTete.Periode is { } p ? Enumerable.Range(p.Debut.Year, p.Fin.Year - p.Debut.Year + 1) : []).Distinct().Order();
        return
        [
            new("Laisser de côté", "", champ.Length == 0),
            .. ColonnesEquipement.Attendues.Select(c => new SelectListItem(c.Titre, c.Champ, c.Champ == champ)),
            .. annees.Select(a => new SelectListItem($"Montant {a}", $"{ColonnesEquipement.Montant}{a}", $"{ColonnesEquipement.Montant}{a}" == champ)),
        ];
    }
}
