using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Echanges;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>What each column of the sheet is, proposed and confirmed.</summary>
public sealed class ColonnesModel(IMediator mediator) : DossierPageModel<ConsulterImportPlan.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterImportPlan.Dossier?> DossierQuery => new ConsulterImportPlan.Query(new ConventionId(Id), new ImportPlanId(Import));

    protected override bool EstConnu => Dossier.Rapport is not null;

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PreciserPlan.Command(
                new(Id), new(Import), Input.Revision, Dossier.Import.Decoupe.Feuille, Dossier.Import.Decoupe.LigneEnTete, [.. Input.Champs.Select(c => c ?? "")], Input.Attendu),
            cancellationToken);
        return RedirectToPage("Rapport", new { Id, Import });
    }

    public async Task<IActionResult> OnPostRelireAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new PreciserPlan.Command(new(Id), new(Import), Input.Revision, Input.Feuille, Input.LigneEnTete, null, null), cancellationToken);
        return RedirectToPage("Colonnes", new { Id, Import });
    }

    /// <summary>Every field by the part of the fiche it belongs to, and the amounts that the sheet gives.</summary>
    public IEnumerable<SelectListItem> Choix(string champ)
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
            .. Dossier.Import.Decoupe.Champs.Append(champ).Where(c => c.StartsWith(ColonnesEchange.Montant, StringComparison.Ordinal)).Distinct()
                .Select(c => Item(c, string.Join(" ", c.Split('/', 3).Skip(1).Reverse()), montants)),
        ];

        SelectListItem Item(string code, string texte, SelectListGroup groupe) => new(texte, code, code == champ) { Group = groupe };
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Import.Revision,
        Feuille = Dossier.Import.Decoupe.Feuille,
        LigneEnTete = Dossier.Import.Decoupe.LigneEnTete,
        Champs = [.. Dossier.Import.Decoupe.Champs],
        Attendu = Dossier.Import.Attendu,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Feuille")]
        public int Feuille { get; set; }

        [Display(Name = "Ligne des titres de colonnes")]
        public int LigneEnTete { get; set; } = 1;

        [Display(Name = "Colonnes")]
        public List<string?> Champs { get; set; } = [];

        [Display(Name = "Combien de fiches attendez-vous ?")]
        public int? Attendu { get; set; }
    }
}
