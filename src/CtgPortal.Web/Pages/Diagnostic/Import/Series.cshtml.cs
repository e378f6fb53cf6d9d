using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Import;

/// <summary>What each thing counted by the file becomes in the diagnostic.</summary>
public sealed class SeriesModel(IMediator mediator) : DossierPageModel<ConsulterImport.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Import { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SerieLue> Series => Dossier.Rapport!.Resultat.Series;

    protected override IRequest<ConsulterImport.Dossier?> DossierQuery => new ConsulterImport.Query(new ConventionId(Id), new ImportChiffresId(Import));

    protected override bool EstConnu => Dossier.Rapport is not null;

    protected override object SaisieActuelle()
    {
        var cibles = Dossier.Import.Liaisons.ToDictionary(l => l.Serie, l => l.Cible);
        return new InputModel
        {
            Revision = Dossier.Import.Revision,
            Champ = Dossier.Import.Champ,
            Cibles = [.. Series.Select((_, i) => ChoixImport.Cle(cibles.GetValueOrDefault(i, CibleSerie.Aucune)))],
            Noms = [.. Series.Select((s, i) => cibles.GetValueOrDefault(i)?.Intitule ?? s.Nom)],
        };
    }

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var liaisons = Series.Select((s, i) => new LiaisonSerie(i, ChoixImport.Lire(Input.Cibles.ElementAtOrDefault(i), Input.Noms.ElementAtOrDefault(i))));
        await Mediator.Send(new RelierSeries.Command(new(Id), new(Import), Input.Revision, [.. liaisons], Input.Champ, Input.Noms), cancellationToken);
        TempData["Annonce"] = "Les indicateurs sont choisis : vérifiez le rapport, puis écrivez les valeurs.";
        return RedirectToPage("Rapport", new { Id, Import });
    }

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Champ des nouveaux indicateurs")]
        public string? Champ { get; set; }

        public List<string?> Cibles { get; set; } = [];

        public List<string?> Noms { get; set; } = [];
    }
}
