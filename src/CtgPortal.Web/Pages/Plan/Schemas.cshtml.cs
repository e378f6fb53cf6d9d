using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>From a schéma or a contract, the fiches that answer it.</summary>
public sealed class SchemasModel(IMediator mediator) : PageDeVue(mediator)
{
    public override string Vue => "schemas";

    /// <summary>The usual ones in their order, then those in the words of the territory; the one of the filter alone, when there is one.</summary>
    public IReadOnlyList<(string Schema, IReadOnlyList<LignePlan> Lignes)> Groupes
    {
        get
        {
            var lignes = Dossier.Retenu.Lignes.ToList();
            return
            [
                .. SchemasUsuels.Tous.Concat(Dossier.Choix.Schemas).Distinct(StringComparer.OrdinalIgnoreCase)
                    .Where(s => Filtre.Schema is null || string.Equals(s, Filtre.Schema, StringComparison.OrdinalIgnoreCase))
                    .Select(s => (s, Lignes: (IReadOnlyList<LignePlan>)[.. lignes.Where(l => l.Fiche.Schemas.Contains(s, StringComparer.OrdinalIgnoreCase))]))
                    .Where(g => g.Lignes.Count > 0),
            ];
        }
    }

    /// <summary>Those that name none.</summary>
    public IReadOnlyList<LignePlan> Sans => [.. Dossier.Retenu.Lignes.Where(l => l.Fiche.Schemas.Count == 0)];

    /// <summary>The usual ones that no fiche of the plan answers.</summary>
    public IReadOnlyList<string> SansReponse => [.. SchemasUsuels.Tous.Except(Dossier.Choix.Schemas, StringComparer.OrdinalIgnoreCase)];

    public void OnGet()
    {
    }
}
