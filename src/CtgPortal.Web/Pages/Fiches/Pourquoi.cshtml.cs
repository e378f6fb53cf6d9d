using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class PourquoiModel(IMediator mediator) : RubriqueFicheModel<PourquoiModel.InputModel>(mediator, "Pourquoi")
{
    public static IReadOnlyList<SelectListItem> SchemasPossibles => [.. SchemasUsuels.Tous.Select(s => new SelectListItem(s, s))];

    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Constat = fiche.Pourquoi.Constat,
        Enjeu = fiche.Pourquoi.Enjeu,
        LienSchemas = fiche.Pourquoi.LienSchemas,
        Schemas = [.. fiche.Pourquoi.Schemas.Where(s => SchemasUsuels.Tous.Contains(s))],
        AutresSchemas = string.Join('\n', fiche.Pourquoi.Schemas.Where(s => !SchemasUsuels.Tous.Contains(s))),
    };

    protected override SectionsFiche Sections(InputModel saisie) => new(
        Pourquoi: new(saisie.Constat, saisie.Enjeu, saisie.LienSchemas) { Schemas = [.. saisie.Schemas, .. Choix.Lignes(saisie.AutresSchemas)] });

    public sealed class InputModel : SaisieDeSection
    {
        [Display(Name = "Constat, contexte")]
        public string? Constat { get; set; }

        [Display(Name = "Enjeu")]
        public string? Enjeu { get; set; }

        [Display(Name = "Schémas et contrats liés")]
        public List<string> Schemas { get; set; } = [];

        [Display(Name = "Autres schémas ou contrats")]
        public string? AutresSchemas { get; set; }

        [Display(Name = "Lien avec les schémas et les autres démarches")]
        public string? LienSchemas { get; set; }
    }
}
