using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>The fiches that go with this one, of this plan or of another.</summary>
public sealed class LiensModel(IMediator mediator) : DossierPageModel<ConsulterLiensFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ConsulterLiensFiche.FichePossible> Montres =>
        [.. Dossier.Possibles.Where(p => p.Ailleurs is not null || p.Id.Value == Input.Autre || RechercheMots.Trouve(Q, Mots(p)))];

    protected override IRequest<ConsulterLiensFiche.Dossier?> DossierQuery => new ConsulterLiensFiche.Query(new(Id), new(FicheId), Q);

    public static string Mots(ConsulterLiensFiche.FichePossible possible)
    {
        ArgumentNullException.ThrowIfNull(possible);
        return RechercheMots.Normaliser($"{possible.Numero} {possible.Intitule}");
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new LierFiches.Command(new(Id), new(FicheId), Input.Autre is { } autre ? new FicheActionId(autre) : null, Input.Raison), cancellationToken);
        TempData["Annonce"] = "Les deux fiches sont liées : chacune montre l’autre.";
        return RedirectToPage(new { Id, FicheId });
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid lien, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DelierFiches.Command(new(Id), new(FicheId), new(lien)), cancellationToken);
        TempData["Annonce"] = "Le lien est retiré.";
        return RedirectToPage(new { Id, FicheId });
    }

    public sealed class InputModel
    {
        [Display(Name = "Fiche")]
        public Guid? Autre { get; set; }

        [Display(Name = "Pourquoi ce lien")]
        public string? Raison { get; set; }
    }
}
