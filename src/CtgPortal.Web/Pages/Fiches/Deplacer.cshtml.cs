using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>To another branch of the plan; within a branch, the buttons of the plan do it.</summary>
public sealed class DeplacerModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Gerer);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (axe, orientation) = MotsDuPlan.Place(Input.Place);
        await Mediator.Send(
            new DeplacerFiche.Command(new ConventionId(Id), Input.Revision, new FicheActionId(FicheId), axe, orientation, int.MaxValue),
            cancellationToken);
        return this.RetourALaFiche("Place dans le plan");
    }

    /// <summary>The revision is the one of the plan: places belong to it.</summary>
    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Plan.Revision,
        Place = Dossier.Branches.Count == 0 ? $"{Dossier.Axe.Id.Value}" : $"{Dossier.Axe.Id.Value}/{Dossier.Branches[^1].Id.Value}",
    };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        champ == nameof(InputModel.Place) ? MotsDuPlan.Places(Dossier.Plan).FirstOrDefault(p => p.Value == (string)valeur)?.Text : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Nouvelle place")]
        public string? Place { get; set; }
    }
}
