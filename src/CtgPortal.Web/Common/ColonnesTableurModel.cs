using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>What <c>_ColonnesTableur</c> shows of a sheet, whatever it holds.</summary>
public interface IColonnesTableur
{
    DossierTableur Tableur { get; }

    SaisieColonnes Input { get; }

    /// <summary>« fiches »: what one line of the sheet is.</summary>
    string Attendus { get; }

    /// <summary>Where the files are sent.</summary>
    string Envoi { get; }

    /// <summary>What a column may be.</summary>
    IEnumerable<SelectListItem> Choix(string champ);
}

public sealed class SaisieColonnes
{
    public int Revision { get; set; }

    [Display(Name = "Feuille du classeur")]
    public int Feuille { get; set; }

    [Display(Name = "Ligne des titres de colonnes")]
    public int LigneEnTete { get; set; } = 1;

    [Display(Name = "Colonnes")]
    public List<string?> Champs { get; set; } = [];

    [Display(Name = "Nombre attendu")]
    public int? Attendu { get; set; }
}

/// <summary>What each column of a sheet is, proposed and confirmed.</summary>
public abstract class ColonnesTableurModel<T>(IMediator mediator, NatureImport nature) : DossierPageModel<T>(mediator), IColonnesTableur
    where T : DossierTableur
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    [BindProperty]
    public SaisieColonnes Input { get; set; } = new();

    public DossierTableur Tableur => Dossier;

    public abstract string Attendus { get; }

    public abstract string Envoi { get; }

    public IActionResult OnGet()
    {
        Input = (SaisieColonnes)SaisieActuelle();
        return Dossier.RapportDuFichier is null ? RedirectToPage("Rapport", new { Id, Import }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var lecture = Dossier.Import.Lecture;
        await PreciserAsync(lecture.Feuille, lecture.LigneEnTete, [.. Input.Champs.Select(c => c ?? "")], Input.Attendu, cancellationToken);
        return RedirectToPage("Rapport", new { Id, Import });
    }

    public async Task<IActionResult> OnPostRelireAsync(CancellationToken cancellationToken)
    {
        await PreciserAsync(Input.Feuille, Input.LigneEnTete, null, null, cancellationToken);
        return RedirectToPage("Colonnes", new { Id, Import });
    }

    public abstract IEnumerable<SelectListItem> Choix(string champ);

    protected override object SaisieActuelle() => new SaisieColonnes
    {
        Revision = Dossier.Import.Revision,
        Feuille = Dossier.Import.Lecture.Feuille,
        LigneEnTete = Dossier.Import.Lecture.LigneEnTete,
        Champs = [.. Dossier.Import.Lecture.Champs],
        Attendu = Dossier.Import.Attendu,
    };

    private Task<int> PreciserAsync(int feuille, int ligneEnTete, IReadOnlyList<string>? champs, int? attendu, CancellationToken cancellationToken) => Mediator.Send(
        new PreciserTableur.Command(new ConventionId(Id), nature, new ImportTableurId(Import), Input.Revision, feuille, ligneEnTete, champs, attendu), cancellationToken);
}
