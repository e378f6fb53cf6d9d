using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class IdentiteModel(IMediator mediator) : RubriqueFicheModel<IdentiteModel.InputModel>(mediator, "Identité")
{
    /// <summary>The usual fields, those of the convention, and those already chosen.</summary>
    public IReadOnlyList<SelectListItem> ChampsPossibles =>
        [.. Dossier.EnTete.Champs.Concat(Dossier.Identite.Champs).Concat(ChampsUsuels.Tous).Distinct(StringComparer.OrdinalIgnoreCase).Select(c => new SelectListItem(c, c))];

    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Intitule = fiche.Identite.Intitule,
        Champs = [.. fiche.Identite.Champs],
        Priorite = fiche.Identite.Priorite,
        ImposeeParLaCaf = fiche.Identite.ImposeeParLaCaf,
        Confidentielle = fiche.Identite.Confidentielle,
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(Identite: new(saisie.Intitule, saisie.Champs, saisie.Priorite, Dossier.PeutGerer ? saisie.ImposeeParLaCaf : Dossier.Identite.ImposeeParLaCaf, Dossier.PeutGerer ? saisie.Confidentielle : Dossier.Identite.Confidentielle));

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";

        [Display(Name = "Champs d’intervention")]
        public List<string> Champs { get; set; } = [];

        [Display(Name = "Priorité")]
        public PrioriteFiche? Priorite { get; set; }

        [Display(Name = "Fiche commune à toutes les conventions du département (imposée par la Caf)")]
        public bool ImposeeParLaCaf { get; set; }

        [Display(Name = "Fiche confidentielle : visible de la Caf, de la coordination et de son pilote seulement")]
        public bool Confidentielle { get; set; }
    }
}
