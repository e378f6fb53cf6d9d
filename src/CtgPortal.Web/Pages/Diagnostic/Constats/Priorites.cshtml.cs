using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

/// <summary>The priority of every finding, on one page.</summary>
public sealed class PrioritesModel(IMediator mediator) : DossierPageModel<ListerConstats.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ListerConstats.Dossier?> DossierQuery => new ListerConstats.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<PrioriserConstats.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PrioriserConstats.Command(
                new ConventionId(Id), Input.Revision, [.. Input.Choix.Select(c => new PrioriserConstats.Choix(new ConstatId(c.Constat), c.Priorite))]),
            cancellationToken);
        TempData["Annonce"] = "Les priorités sont enregistrées.";
        return RedirectToPage("Index", new { Id });
    }

    /// <summary>As typed, or as stored for a finding that was written meanwhile.</summary>
    public PrioriteConstat? Choisie(Guid constat) => Input.Choix.Find(c => c.Constat == constat)?.Priorite;

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Choix = [.. Dossier.Themes.SelectMany(t => t.Constats).Select(c => new ChoixInput { Constat = c.Id.Value, Priorite = c.Priorite })],
    };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        valeur is Guid id ? Dossier.Themes.SelectMany(t => t.Constats).FirstOrDefault(c => c.Id.Value == id)?.Texte : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Constat")]
        public List<ChoixInput> Choix { get; set; } = [];
    }

    public sealed class ChoixInput
    {
        [Display(Name = "Constat")]
        public Guid Constat { get; set; }

        [Display(Name = "Priorité")]
        public PrioriteConstat? Priorite { get; set; }
    }
}
