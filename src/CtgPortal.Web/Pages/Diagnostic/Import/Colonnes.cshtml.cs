using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Import;

/// <summary>What each column of the file is, proposed and confirmed.</summary>
public sealed class ColonnesModel(IMediator mediator) : DossierPageModel<ConsulterImport.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PlanDeLecture Plan => Dossier.Import.Plan!;

    protected override IRequest<ConsulterImport.Dossier?> DossierQuery => new ConsulterImport.Query(new ConventionId(Id), new ImportChiffresId(Import));

    protected override bool EstConnu => Dossier.Import is { Plan: not null, Etat: not EtatImport.Ecrit };

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Import.Revision,
        Roles = [.. Plan.Colonnes.Select(c => c.Role)],
        AnneeFixe = Plan.AnneeFixe,
        Mesure = Plan.Mesure,
        Source = Plan.Source,
        Licence = Plan.Licence,
        Arrondi = Plan.Arrondi,
    };

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PreciserColonnes.Command(
                new(Id), new(Import), Input.Revision, Input.Roles, Input.AnneeFixe, Input.Mesure, Input.Source, Input.Licence, Input.Arrondi),
            cancellationToken);
        return RedirectToPage("Rapport", new { Id, Import });
    }

    public async Task<IActionResult> OnPostDecouperAsync(string? separateur, string? encodage, int? feuille, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RedecouperFichier.Command(new(Id), new(Import), Input.Revision, separateur is [var signe] ? signe : null, encodage, feuille), cancellationToken);
        return RedirectToPage(new { Id, Import });
    }

    /// <summary>The first cells of a column that are not empty.</summary>
    public string Exemples(int colonne) => string.Join(" · ", Dossier.Import.Apercu!.Lignes
        .Where(l => l.Numero >= Plan.PremiereLigne && colonne < l.Cellules.Count && l.Cellules[colonne].Length > 0)
        .Select(l => l.Cellules[colonne]).Distinct().Take(4));

    public sealed class InputModel
    {
        public int Revision { get; set; }

        public List<RoleColonne> Roles { get; set; } = [];

        [Display(Name = "Année de tout le fichier")]
        public int? AnneeFixe { get; set; }

        [Display(Name = "Ce que compte le fichier")]
        public string? Mesure { get; set; }

        [Display(Name = "Source")]
        public string? Source { get; set; }

        [Display(Name = "Licence")]
        public string? Licence { get; set; }

        [Display(Name = "Arrondi de la source")]
        public decimal? Arrondi { get; set; }
    }
}
