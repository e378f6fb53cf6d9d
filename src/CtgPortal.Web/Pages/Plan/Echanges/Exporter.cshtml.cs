using CtgPortal.Application.Echanges;
using CtgPortal.Application.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Pages.Plan.Echanges;

/// <summary>Which fiches and which parts of them to take away, on paper or in a sheet; the choice and the filters live in the address.</summary>
public sealed class ExporterModel(IMediator mediator) : PageDeVue(mediator)
{
    private static readonly string[] Filtrants = ["champ", "pilote", "structure", "commune", "annee", "etat", "schema", "q"];

    [FromQuery]
    public IReadOnlyList<string> Colonnes { get; set; } = [];

    /// <summary>The filters of the table one comes from, when nothing was ticked there.</summary>
    [FromQuery]
    public string? Retour { get; set; }

    public override string Vue => "exporter";

    public override IEnumerable<KeyValuePair<string, string?>> Reglages => Colonnes.Select(c => KeyValuePair.Create("colonnes", (string?)c));

    /// <summary>The fields by the part of the fiche they belong to, then what was lived since.</summary>
    public static IEnumerable<IGrouping<string, (string Code, string Libelle)>> Groupes =>
        ColonnesEchange.Choisissables.Append((Code: ExporterFiches.Suivi, Libelle: "Avancement, notes, relevés et dépenses réalisées"))
            .GroupBy(c => c.Code == ExporterFiches.Suivi ? "Suivi" : Libelles.De(Domain.Plans.ChampsFiche.De(c.Code).Section));

    /// <summary>Fiches that partners and readers do not see: printed only when they were ticked.</summary>
    public int Confidentielles => Fiches.Count > 0 ? 0 : Dossier.Retenu.Fiches.Count(f => f.Confidentielle);

    public int Imprimees => Dossier.Retenu.Fiches.Count() - Confidentielles;

    public IActionResult OnGet() => Fiches.Count == 0 && Retour is { Length: > 1 } retour
        ? LocalRedirect(QueryHelpers.AddQueryString(
            CheminDe(Vue), QueryHelpers.ParseQuery(retour).Where(p => Filtrants.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()))))
        : Page();

    public bool EstChoisie(string code) => Colonnes.Count == 0 || Colonnes.Contains(code);

    /// <param name="nom">« plan.xlsx », « fiches.pdf ».</param>
    public string Fichier(string nom) => QueryHelpers.AddQueryString($"{Adresse}/{nom}", Filtres.Concat(Reglages));
}
