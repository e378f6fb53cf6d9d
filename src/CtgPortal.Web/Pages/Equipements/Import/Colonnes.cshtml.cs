using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Equipements.Import;

/// <summary>A person says what the columns of a sheet are.</summary>
public sealed class ColonnesModel(IMediator mediator) : DossierPageModel<ConsulterImportEquipements.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterImportEquipements.Dossier?> DossierQuery =>
        new ConsulterImportEquipements.Query(new ConventionId(Id), new ImportTableurId(Import));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.Rapport is null ? RedirectToPage("Rapport", new { Id, Import }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PreciserEquipements.Command(
                new ConventionId(Id), new ImportTableurId(Import), Input.Revision, Input.Feuille, Input.LigneEnTete, [.. Input.Champs.Select(c => c ?? "")], Input.Attendu),
            cancellationToken);
        return RedirectToPage("Rapport", new { Id, Import });
    }

    public async Task<IActionResult> OnPostRelireAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PreciserEquipements.Command(new ConventionId(Id), new ImportTableurId(Import), Input.Revision, Input.Feuille, Input.LigneEnTete, null, null), cancellationToken);
        return RedirectToPage("Colonnes", new { Id, Import });
    }

    /// <summary>Every field, then the amounts of the years that a sheet may give.</summary>
    public IEnumerable<SelectListItem> Choix(string champ)
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

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Import.Revision,
        Feuille = Dossier.Import.Lecture.Feuille,
        LigneEnTete = Dossier.Import.Lecture.LigneEnTete,
        Champs = [.. Dossier.Import.Lecture.Champs],
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

        [Display(Name = "Combien d’équipements attendez-vous ?")]
        public int? Attendu { get; set; }
    }
}
