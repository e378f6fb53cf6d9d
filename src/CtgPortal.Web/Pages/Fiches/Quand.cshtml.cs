using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class QuandModel(IMediator mediator) : RubriqueFicheModel<QuandModel.InputModel>(mediator, "Quand")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Calendrier = fiche.Quand.Calendrier,
        Debut = fiche.Quand.Debut,
        Fin = fiche.Quand.Fin,
        AmeliorationContinue = fiche.Quand.AmeliorationContinue,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Quand: new(saisie.Calendrier, saisie.Debut, saisie.Fin, saisie.AmeliorationContinue));

    public sealed class InputModel : SaisieDeSection
    {
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
