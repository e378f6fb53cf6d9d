using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fil;

/// <summary>Makes something of what was said or found: a constat, an axe, an orientation or a fiche.</summary>
public sealed class SuiteModel(IMediator mediator) : DossierPageModel<ConsulterSuites.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Contributions, groups or constats, as <see cref="Maillon.ToString"/> writes them.</summary>
    [FromQuery]
    public IReadOnlyList<string> Origines { get; set; } = [];

    /// <summary>What is being made of them.</summary>
    [FromQuery]
    public NatureMaillon? En { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What may be made of all of them, in the order of the thread.</summary>
    public IReadOnlyList<NatureMaillon> Choix =>
        [.. Enum.GetValues<NatureMaillon>().Where(n =>
            Dossier.Origines.All(o => n.PeutVenirDe(o.Maillon.Nature))
            && (n != NatureMaillon.Orientation || Dossier.Plan.Profondeur > 0)
            && (n is NatureMaillon.Constat or NatureMaillon.Axe || Dossier.Plan.Axes.Count > 0))];

    public NatureMaillon Choisi => En is { } en && Choix.Contains(en) ? en : Choix[0];

    protected override IRequest<ConsulterSuites.Dossier?> DossierQuery => new ConsulterSuites.Query(new ConventionId(Id), [.. Origines.Select(Lire)]);

    protected override bool EstConnu => Dossier.Origines.Count == Origines.Distinct().Count();

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.PeutRelier ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Dossier.Origines.Count == 0)
        {
            return RedirectToPage("Suite", new { Id });
        }

        var suite = await Mediator.FaireAsync(Choisi, new ConventionId(Id), [.. Dossier.Origines.Select(o => o.Maillon)], Input, cancellationToken);
        TempData["Annonce"] = "C’est fait, et l’origine reste visible.";
        return RedirectToPage("Index", null, new { Id, Vue = suite.Nature == NatureMaillon.Constat ? IndexModel.VueDepart : null }, suite.ToString());
    }

    internal static Maillon Lire(string texte) =>
        Maillon.TryParse(texte, out var maillon) ? maillon : throw new NotFoundException("No such part of the thread.");

    protected override object SaisieActuelle()
    {
        if (Dossier.Origines.Count == 0)
        {
            return new InputModel();
        }

        var premiere = Dossier.Origines[0];
        return new InputModel
        {
            Revision = Choisi == NatureMaillon.Constat ? Dossier.RevisionDiagnostic : Dossier.Plan.Revision,
            Texte = Dossier.Origines.Count == 1 ? premiere.Texte : "",
            Nature = NatureDe(premiere),
        };
    }

    // a strength said in the room is a strength of the diagnostic
    private static NatureConstat? NatureDe(MaillonLu origine) =>
        origine.Contribution is { } nature && Enum.TryParse<NatureConstat>(nature.ToString(), out var meme) ? meme : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Champ")]
        public string? Champ { get; set; }

        [Display(Name = "Nature")]
        public NatureConstat? Nature { get; set; }

        [Display(Name = "Place dans le plan")]
        public string? Place { get; set; }

        [Display(Name = "Texte")]
        public string Texte { get; set; } = "";
    }
}
