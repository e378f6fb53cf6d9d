using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

public sealed class ReglagesModel(IMediator mediator) : DossierPageModel<ConsulterReglagesSalle.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterReglagesSalle.Dossier?> DossierQuery =>
        new ConsulterReglagesSalle.Query(new ConventionId(Id), new AtelierId(Atelier));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ReglerSalle.Command(new ConventionId(Id), new AtelierId(Atelier), Input.Revision, Input.Moderation, Input.Natures, Input.Points, Input.MaxParSujet),
            cancellationToken);
        TempData["Annonce"] = "La salle est réglée.";
        return RedirectToPage("Animer", new { Id, Atelier });
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Moderation = Dossier.Reglages.Moderation,
        Natures = [.. Dossier.Reglages.Natures],
        Points = Dossier.Reglages.PointsParParticipant,
        MaxParSujet = Dossier.Reglages.MaxParSujet,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Quand une contribution s’affiche")]
        public ModerationSalle? Moderation { get; set; }

        [Display(Name = "Natures proposées")]
        public List<NatureContribution> Natures { get; set; } = [];

        [Display(Name = "Points de chaque participant")]
        public int? Points { get; set; }

        [Display(Name = "Maximum par sujet")]
        public int? MaxParSujet { get; set; }
    }
}
