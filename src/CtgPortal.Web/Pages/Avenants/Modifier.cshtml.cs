using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>The text of an avenant; the articles can be written again by the portal.</summary>
public sealed class ModifierModel(IMediator mediator) : DossierPageModel<ConsulterAvenant.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Avenant { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterAvenant.Dossier?> DossierQuery => new ConsulterAvenant.Query(new ConventionId(Id), new AvenantId(Avenant));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(Commande(reproposer: false), cancellationToken);
        TempData["Annonce"] = "L’avenant est enregistré.";
        return RedirectToPage("Avenant", new { Id, avenant = Avenant });
    }

    public async Task<IActionResult> OnPostProposerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(Commande(reproposer: true), cancellationToken);
        TempData["Annonce"] = "Les articles sont réécrits d’après ce qui change. L’historique garde les précédents.";
        return RedirectToPage(new { Id, avenant = Avenant });
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Natures = [.. Dossier.Contenu.Natures],
        Objet = Dossier.Contenu.Objet,
        Motifs = Dossier.Contenu.Motifs,
        NouvelleFin = Dossier.Contenu.NouvelleFin,
        Communes = [.. Dossier.Contenu.Communes.Select(c => c.Code)],
        Articles = [.. Dossier.Contenu.Articles.Select(a => new ArticleInput { Titre = a.Titre, Corps = a.Corps }), new()],
    };

    private ModifierAvenant.Command Commande(bool reproposer) => new(
        new(Id), new(Avenant), Input.Revision, Input.Natures, Input.Objet, Input.Motifs, Input.NouvelleFin, Input.Communes,
        [.. Input.Articles.Select(a => new ModifierAvenant.Article(a.Titre, a.Corps))], reproposer);

    public sealed class InputModel : SaisieAvenant
    {
        [Display(Name = "Articles")]
        public List<ArticleInput> Articles { get; set; } = [];
    }
}
