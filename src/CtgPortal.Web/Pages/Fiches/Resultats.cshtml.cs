using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class ResultatsModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
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
        var section = new ResultatsFiche(Input.ResultatsAttendus, Input.ModalitesEvaluation, Input.Participation);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Resultats: section)), cancellationToken);
        return this.RetourALaFiche("Résultats et évaluation", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        ResultatsAttendus = Dossier.Resultats.ResultatsAttendus,
        ModalitesEvaluation = Dossier.Resultats.ModalitesEvaluation,
        Participation = Dossier.Resultats.Participation,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Résultats attendus")]
        public string? ResultatsAttendus { get; set; }

        [Display(Name = "Modalités d’évaluation")]
        public string? ModalitesEvaluation { get; set; }

        [Display(Name = "Participation des habitants")]
        public ParticipationHabitants? Participation { get; set; }
    }
}
