using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.PetiteEnfance;

/// <summary>A person states what the portal cannot verify, and says why.</summary>
public sealed class ConfirmerModel(IMediator mediator) : DossierPageModel<ConsulterPetiteEnfance.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string Territoire { get; set; } = "";

    [FromQuery]
    public ExigenceSchema Exigence { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Retour => $"/conventions/{Id}/petite-enfance#{Territoire}-{Exigence}";

    /// <summary>Null for a territory that owes nothing.</summary>
    public GrilleTerritoire? Grille => Dossier.Grilles.FirstOrDefault(g => g.Code == Territoire);

    public LigneExigence? Ligne => Grille?.Lignes.FirstOrDefault(l => l.Exigence == Exigence);

    protected override IRequest<ConsulterPetiteEnfance.Dossier?> DossierQuery => new ConsulterPetiteEnfance.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Ligne is null ? NotFound() : Dossier.EnTete.Permet<ConfirmerExigence.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Ligne is null)
        {
            return NotFound();
        }

        await Mediator.Send(new ConfirmerExigence.Command(new ConventionId(Id), Input.Revision, Territoire, Exigence, Input.Motif), cancellationToken);
        TempData["Annonce"] = "La confirmation est enregistrée.";
        return Redirect(Retour);
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerConfirmation.Command(new ConventionId(Id), revision, Territoire, Exigence), cancellationToken);
        TempData["Annonce"] = "La confirmation est retirée.";
        return Redirect(Retour);
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Motif = Ligne?.Confirmation?.Motif };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Pourquoi, ou dans quel document")]
        public string? Motif { get; set; }
    }
}
