using CtgPortal.Application.Graphiques;
using MediatR;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The fiches over the years of the convention.</summary>
public sealed class CalendrierModel(IMediator mediator) : PageDeVue(mediator)
{
    private const int AnneesMax = 12;

    public override string Vue => "calendrier";

    /// <summary>Those of the dates and of the period; around today when there are none.</summary>
    public IReadOnlyList<int> Annees
    {
        get
        {
            List<int> annees =
            [
                .. Dossier.Retenu.Fiches.SelectMany(f => new[] { f.Debut, f.Fin }).Concat(Dossier.Retenu.Fiches.SelectMany(f => f.Echeances).Select(e => (DateOnly?)e.Le)).Append(Dossier.EnTete.Periode?.Debut).Append(Dossier.EnTete.Periode?.Fin)
                    .OfType<DateOnly>().Select(d => d.Year),
            ];
            var debut = annees.Count == 0 ? Dossier.Aujourdhui.Year : annees.Min();
            var fin = annees.Count == 0 ? debut + 3 : annees.Max();
            return [.. Enumerable.Range(debut, Math.Min(AnneesMax, fin - debut + 1))];
        }
    }

    public void OnGet()
    {
    }

    public Graphique Dessin(bool etroit) => CalendrierPlan.Dessiner(Dossier.Retenu, Annees, Dossier.Aujourdhui, etroit);
}
