using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuandModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var section = new QuandFiche(Input.Calendrier, Input.Debut, Input.Fin, Input.AmeliorationContinue);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Quand: section)), cancellationToken);
        return this.RetourALaFiche("Quand", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Calendrier = Dossier.Quand.Calendrier,
        Debut = Dossier.Quand.Debut,
        Fin = Dossier.Quand.Fin,
        AmeliorationContinue = Dossier.Quand.AmeliorationContinue,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Calendrier en quelques mots")]
        public string? Calendrier { get; set; }

        [Display(Name = "Début")]
        public DateOnly? Debut { get; set; }

        [Display(Name = "Fin")]
        public DateOnly? Fin { get; set; }

        [Display(Name = "Amélioration continue : l’action n’a pas de fin")]
        public bool AmeliorationContinue { get; set; }
    }
}
