using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>One workshop: what it is, who was there, and what they say, card after card.</summary>
public sealed class AtelierModel(IMediator mediator) : DossierPageModel<ConsulterAtelier.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>A card has just been added: the next one is typed in the same place.</summary>
    public bool Enchaine { get; private set; }

    protected override IRequest<ConsulterAtelier.Dossier?> DossierQuery =>
        new ConsulterAtelier.Query(new ConventionId(Id), new AtelierId(Atelier));

    public void OnGet(NatureContribution? nature, string? organisation)
    {
        Input = new() { Nature = nature, Organisation = organisation };
        Enchaine = nature is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new Contribuer.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Nature, Input.Texte, Input.Organisation), cancellationToken);
        TempData["Annonce"] = "La contribution est recueillie.";
        return RedirectToPage(null, null, new { Id, Atelier, Input.Nature, Input.Organisation }, "contribuer");
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, Guid contribution, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RetirerContribution.Command(new ConventionId(Id), new AtelierId(Atelier), revision, new ContributionId(contribution)), cancellationToken);
        TempData["Annonce"] = "La contribution est retirée.";
        return RedirectToPage(null, null, new { Id, Atelier }, "contributions");
    }

    public sealed class InputModel
    {
        [Display(Name = "Nature")]
        public NatureContribution? Nature { get; set; }

        [Display(Name = "Contribution")]
        public string? Texte { get; set; }

        [Display(Name = "Organisation")]
        public string? Organisation { get; set; }
    }
}
