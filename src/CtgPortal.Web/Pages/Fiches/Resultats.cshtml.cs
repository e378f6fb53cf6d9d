using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class ResultatsModel(IMediator mediator) : RubriqueFicheModel<ResultatsModel.InputModel>(mediator, "Résultats et évaluation")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        ResultatsAttendus = fiche.Resultats.ResultatsAttendus,
        ModalitesEvaluation = fiche.Resultats.ModalitesEvaluation,
        Participation = fiche.Resultats.Participation,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Resultats: new(saisie.ResultatsAttendus, saisie.ModalitesEvaluation, saisie.Participation));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Résultats attendus")]
        public string? ResultatsAttendus { get; set; }

        [Display(Name = "Modalités d’évaluation")]
        public string? ModalitesEvaluation { get; set; }

        [Display(Name = "Participation des habitants")]
        public ParticipationHabitants? Participation { get; set; }
    }
}
