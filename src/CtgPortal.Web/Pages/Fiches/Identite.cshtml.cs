using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class IdentiteModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    /// <summary>The usual fields, those of the convention, and those already chosen.</summary>
    public IReadOnlyList<SelectListItem> ChampsPossibles =>
        [.. Dossier.EnTete.Champs.Concat(Dossier.Identite.Champs).Concat(ChampsUsuels.Tous).Distinct(StringComparer.OrdinalIgnoreCase).Select(c => new SelectListItem(c, c))];

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var section = new IdentiteFiche(
                Input.Intitule,
                Input.Champs,
                Input.Priorite,
                Dossier.PeutGerer ? Input.ImposeeParLaCaf : Dossier.Identite.ImposeeParLaCaf,
                Dossier.PeutGerer ? Input.Confidentielle : Dossier.Identite.Confidentielle);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(Identite: section)), cancellationToken);
        return this.RetourALaFiche("Identité", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Intitule = Dossier.Identite.Intitule,
        Champs = [.. Dossier.Identite.Champs],
        Priorite = Dossier.Identite.Priorite,
        ImposeeParLaCaf = Dossier.Identite.ImposeeParLaCaf,
        Confidentielle = Dossier.Identite.Confidentielle,
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

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
