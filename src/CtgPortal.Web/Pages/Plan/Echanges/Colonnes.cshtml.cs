using CtgPortal.Application.Echanges;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>What each column of a sheet of fiches is.</summary>
public sealed class ColonnesModel(IMediator mediator) : ColonnesTableurModel<ConsulterImportPlan.Dossier>(mediator, NatureImport.Plan)
{
    public override string Attendus => "fiches";

    public override string Envoi => $"/conventions/{Id}/plan/importer";

    protected override IRequest<ConsulterImportPlan.Dossier?> DossierQuery => new ConsulterImportPlan.Query(new ConventionId(Id), new ImportTableurId(Import));

    /// <summary>Every field by the part of the fiche it belongs to, and the amounts that the sheet gives.</summary>
    public override IEnumerable<SelectListItem> Choix(string champ)
    {
        var reperes = new SelectListGroup { Name = "Repérer et ranger la fiche" };
        var montants = new SelectListGroup { Name = "Montants prévus" };
        var groupes = Enum.GetValues<SectionDeFiche>().ToDictionary(s => s, s => new SelectListGroup { Name = Libelles.De(s) });
        return
        [
            new("Laisser de côté", "", champ.Length == 0),
            Item(ColonnesEchange.Intitule, "Intitulé de la fiche", reperes),
            Item(ColonnesEchange.Code, ColonnesEchange.TitreCode, reperes),
            .. Dossier.Niveaux.SkipLast(1).Select((mot, i) => Item($"{ColonnesEchange.Niveau}{i + 1}", ColonnesEchange.TitreNiveau(i + 1, mot), reperes)),
            Item(ColonnesEchange.Numero, "Numéro (le portail le calcule)", reperes),
            .. ColonnesEchange.Choisissables.Where(c => c.Code != ChampsFiche.Financements.Code)
                .Select(c => Item(c.Code, c.Code is "objectifs-operationnels" or "operations" or "indicateurs" ? $"{c.Libelle}, un par ligne de la case" : c.Libelle, groupes[ChampsFiche.De(c.Code).Section])),
            .. Dossier.Import.Lecture.Champs.Append(champ).Where(c => c.StartsWith(ColonnesEchange.Montant, StringComparison.Ordinal)).Distinct()
                .Select(c => Item(c, string.Join(" ", c.Split('/', 3).Skip(1).Reverse()), montants)),
        ];

        SelectListItem Item(string code, string texte, SelectListGroup groupe) => new(texte, code, code == champ) { Group = groupe };
    }
}
