using CtgPortal.Application.Echanges;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>Which columns of the plan to take away; the choice and the filters live in the address.</summary>
public sealed class ExporterModel(IMediator mediator) : PageDeVue(mediator)
{
    [FromQuery]
    public IReadOnlyList<string> Colonnes { get; set; } = [];

    public override string Vue => "exporter";

    public override IEnumerable<KeyValuePair<string, string?>> Reglages => Colonnes.Select(c => KeyValuePair.Create("colonnes", (string?)c));

    /// <summary>The fields by the part of the fiche they belong to.</summary>
    public static IEnumerable<IGrouping<string, (string Code, string Libelle)>> Groupes =>
        ColonnesEchange.Choisissables.GroupBy(c => Libelles.De(Domain.Plans.ChampsFiche.De(c.Code).Section));

    public void OnGet()
    {
    }

    public bool EstChoisie(string code) => Colonnes.Count == 0 || Colonnes.Contains(code);

    public string Fichier(string extension) => QueryHelpers.AddQueryString($"{Adresse}/plan.{extension}", Filtres.Concat(Reglages));
}
