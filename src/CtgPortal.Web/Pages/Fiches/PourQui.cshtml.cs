using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class PourQuiModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public IReadOnlyList<SelectListItem> Communes => [.. Dossier.Perimetre.Select(c => new SelectListItem(c.Nom, c.Code))];

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var section = new PourQuiFiche(Input.Publics, Input.NombreVise, Input.Secteur, Input.Communes);
        var enregistre = await Mediator.Send(
            new RedigerFiche.Command(new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, new(PourQui: section)), cancellationToken);
        return this.RetourALaFiche("Pour qui et où", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Publics = Dossier.PourQui.Publics,
        NombreVise = Dossier.PourQui.NombreVise,
        Secteur = Dossier.PourQui.Secteur,
        Communes = [.. Dossier.PourQui.Communes],
    };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        champ == nameof(InputModel.Communes) ? Communes.FirstOrDefault(c => c.Value == (string)valeur)?.Text : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Publics visés")]
        public string? Publics { get; set; }

        [Display(Name = "Nombre de personnes visées")]
        public int? NombreVise { get; set; }

        [Display(Name = "Secteur géographique")]
        public string? Secteur { get; set; }

        [Display(Name = "Communes concernées")]
        public List<string> Communes { get; set; } = [];
    }
}
