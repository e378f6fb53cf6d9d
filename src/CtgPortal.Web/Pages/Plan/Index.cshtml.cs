using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The tree: read by everybody, put in order by those who write it, with the mouse, the arrows or a list of places.</summary>
public sealed class IndexModel(IMediator mediator) : PageDeVue(mediator)
{
    public override string Vue => "";

    /// <summary>The move that undoes the one just made.</summary>
    public Deplacement? Inverse { get; private set; }

    /// <summary>The move that was refused.</summary>
    public Deplacement? Refuse { get; private set; }

    /// <summary>Opens on the view that was chosen for it, unless something has just been done on the tree.</summary>
    public IActionResult OnGet()
    {
        if (!Request.QueryString.HasValue && TempData.Peek("Annonce") is null && Dossier.ParDefaut is { Suite.Length: > 0 } vue)
        {
            return Redirect($"{Adresse}{vue.Suite}");
        }

        Inverse = TempData["Inverse"] is string[] and [var revision, var quoi, var element, var vers]
            ? new() { Revision = int.Parse(revision, System.Globalization.CultureInfo.InvariantCulture), Quoi = quoi, Element = Guid.Parse(element), Vers = vers }
            : null;
        return Page();
    }

    public async Task<IActionResult> OnPostDeplacerAsync(Deplacement saisie, CancellationToken cancellationToken)
    {
        Refuse = saisie;
        var avant = Deplacement.Situer(Dossier.Plan, saisie.Quoi, saisie.Element);
        var revision = await Mediator.Send(saisie.Commande(new ConventionId(Id)), cancellationToken);

        // the command ran on the revision of the form: the tree read before is the one it changed
        TempData["Annonce"] = $"« {avant!.Value.Intitule} » est à sa nouvelle place, les numéros sont à jour.";
        TempData["Inverse"] = revision == saisie.Revision
            ? null
            : new[] { revision.ToString(System.Globalization.CultureInfo.InvariantCulture), saisie.Quoi, $"{saisie.Element}", $"{avant.Value.Dans}#{avant.Value.Rang}" };
        return RedirectToPage("Index", null, new { Id }, $"{saisie.Quoi}-{saisie.Element}");
    }
}
