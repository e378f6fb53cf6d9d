using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>What blocks the opening, what must be accepted, and how the circuit goes.</summary>
public sealed class OuvrirModel(IMediator mediator) : DossierPageModel<ConsulterPreparation.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SaisieOuverture Input { get; set; } = new();

    public static IEnumerable<SelectListItem> Ordres => Enum.GetValues<OrdreCircuit>().Select(o => new SelectListItem(Libelles.De(o), o.ToString()));

    public static IEnumerable<SelectListItem> Roles => new[] { RoleLigne.Visa, RoleLigne.Observateur }.Select(r => new SelectListItem(Libelles.De(r), r.ToString()));

    public static IReadOnlyList<SelectListItem> Civilites { get; } = [new("Madame", "Madame"), new("Monsieur", "Monsieur")];

    /// <summary>Opened when something in it was typed.</summary>
    public bool AvecAssocies => Input.Associes.Exists(a => !a.EstVide) || Input.Associes.Count > 1;

    protected override IRequest<ConsulterPreparation.Dossier?> DossierQuery => new ConsulterPreparation.Query(new ConventionId(Id));

    protected override object SaisieActuelle() => new SaisieOuverture { Revision = Dossier.EnTete.Revision };

    public void OnGet()
    {
        Input = (SaisieOuverture)SaisieActuelle();
        Completer();
    }

    /// <summary>One more line to write in, for who has no script.</summary>
    public void OnPostAjouter()
    {
        Input.Associes.Add(new());
        Completer();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Completer();
        await Mediator.Send(new OuvrirALaSignature.Command(new ConventionId(Id), Input.Revision, Input.EnChoix()), cancellationToken);
        TempData["Annonce"] = "Le texte est figé et la convention est ouverte à la signature.";
        return RedirectToPage("Index", new { Id });
    }

    /// <summary>One line for each person and each reservation that there is now; what was typed stays.</summary>
    private void Completer()
    {
        Input.Rangs = [.. Dossier.Designes.Select(d => Input.Rangs.Find(r => r.Signataire == d.Id.Value) ?? new() { Signataire = d.Id.Value })];
        Input.Reserves = [.. Dossier.Reserves.Select(g => Input.Reserves.Find(r => r.Code == g.Key) ?? new() { Code = g.Key })];
        if (Input.Associes.Count == 0)
        {
            Input.Associes.Add(new());
        }
    }
}
