using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class PourQuiModel(IMediator mediator) : RubriqueFicheModel<PourQuiModel.InputModel>(mediator, "Pour qui et où")
{
    public IReadOnlyList<SelectListItem> Communes => [.. Dossier.Perimetre.Select(c => new SelectListItem(c.Nom, c.Code))];

    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Publics = fiche.PourQui.Publics,
        NombreVise = fiche.PourQui.NombreVise,
        Secteur = fiche.PourQui.Secteur,
        Communes = [.. fiche.PourQui.Communes],
    };

    protected override SectionsFiche Sections(InputModel saisie) =>
        new(PourQui: new(saisie.Publics, saisie.NombreVise, saisie.Secteur, saisie.Communes));

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        champ == nameof(InputModel.Communes) ? Communes.FirstOrDefault(c => c.Value == (string)valeur)?.Text : null;

    public sealed class InputModel : SaisieDeSection
    {
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
