using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>One indicator: its figures, and the form that adds or corrects one.</summary>
public sealed class IndicateurModel(IMediator mediator) : DossierPageModel<ConsulterIndicateur.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Indicateur { get; set; }

    [BindProperty]
    public ValeurInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> Geographies => Dossier.Geographies.GroupBy(g => Libelles.De(g.Territoire.Type)).SelectMany(g =>
    {
        var groupe = new SelectListGroup { Name = g.Key };
        return g.Select(x => new SelectListItem(x.Territoire.Nom, x.Cle) { Group = groupe });
    });

    protected override IRequest<ConsulterIndicateur.Dossier?> DossierQuery =>
        new ConsulterIndicateur.Query(new ConventionId(Id), new IndicateurId(Indicateur));

    public void OnGet(int? annee, string? source, string? licence, decimal? arrondi)
    {
        var usuelle = source is null ? CatalogueIndicateurs.Trouver(Dossier.Indicateur.CodeCatalogue) : null;
        Input = new()
        {
            Revision = Dossier.Revision,
            Annee = annee,
            Source = source ?? Dossier.Indicateur.SourceUsuelle,
            Licence = licence ?? usuelle?.Licence,
            Arrondi = arrondi ?? usuelle?.Arrondi,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var resultat = await Mediator.Send(Input.ToCommand(new ConventionId(Id), new IndicateurId(Indicateur)), cancellationToken);
        TempData["Annonce"] = resultat.Etat == EtatValeur.Secret && Input.Etat == EtatValeur.Publiee
            ? "Ce nombre est sous le seuil de secret : il est noté « secret » et n’est pas gardé."
            : "La valeur est enregistrée.";

        // the next figure is most often of the same year and source
        return RedirectToPage(new { Id, Indicateur, Input.Annee, Input.Source, Input.Licence, Input.Arrondi });
    }

    public async Task<IActionResult> OnPostRetirerValeurAsync(int revision, int annee, string geographie, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RetirerValeur.Command(new ConventionId(Id), revision, new IndicateurId(Indicateur), annee, geographie), cancellationToken);
        TempData["Annonce"] = "La valeur est retirée.";
        return RedirectToPage(new { Id, Indicateur });
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerIndicateur.Command(new ConventionId(Id), revision, new IndicateurId(Indicateur)), cancellationToken);
        TempData["Annonce"] = "L’indicateur est retiré du diagnostic.";
        return RedirectToPage("Index", new { Id });
    }

    /// <summary>A figure in an empty place contradicts nothing; over another one, both are compared.</summary>
    protected override object SaisieActuelle()
    {
        var territoire = Dossier.Geographies.FirstOrDefault(g => g.Cle == Input.Geographie)?.Territoire.Nom ?? Input.AutreGeographie?.Trim();
        var stockee = Dossier.Indicateur.Valeurs.FirstOrDefault(v => v.Annee == Input.Annee && v.Geographie == territoire);
        return Input.Face(stockee, Dossier.Revision);
    }
}
