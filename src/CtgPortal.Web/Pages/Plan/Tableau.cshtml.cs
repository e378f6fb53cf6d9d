using CtgPortal.Application.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The fiches to be compared, sorted, and changed together. Columns and order live in the address.</summary>
public sealed class TableauModel(IMediator mediator) : PageDeVue(mediator)
{
    [FromQuery]
    public IReadOnlyList<string> Colonnes { get; set; } = [];

    /// <summary>A column, « numero » or « intitule »; « - » before it for descending.</summary>
    [FromQuery]
    public string? Tri { get; set; }

    /// <summary>Every row is ticked, for who works without script.</summary>
    [FromQuery]
    public bool Tout { get; set; }

    public override string Vue => "tableau";

    public override IEnumerable<KeyValuePair<string, string?>> Reglages =>
        [.. Colonnes.Select(c => KeyValuePair.Create("colonnes", (string?)c)), .. Tri is { Length: > 0 } ? [KeyValuePair.Create("tri", (string?)Tri)] : Array.Empty<KeyValuePair<string, string?>>()];

    public override IEnumerable<(string Libelle, string Icone, string Adresse)> Telechargements =>
        Lignes.Count == 0 ? [] : [("Télécharger en CSV", "download", QueryHelpers.AddQueryString($"{Adresse}/tableau.csv", Filtres.Concat(Reglages)))];

    public IReadOnlyList<ColonnePlan> Montrees => ColonnesPlan.Choisir([.. Colonnes]);

    public IReadOnlyList<LignePlan> Lignes => ColonnesPlan.Trier(Dossier.Retenu.Lignes, Tri);

    public void OnGet()
    {
    }

    public string Libelle(ColonnePlan colonne)
    {
        ArgumentNullException.ThrowIfNull(colonne);
        var plan = Dossier.Plan;
        return colonne.Libelle ?? (colonne.Code == ColonnesPlan.Axe ? plan.NomAxe : plan.Profondeur == 0 ? "Niveau" : plan.Niveaux[1]);
    }
}
