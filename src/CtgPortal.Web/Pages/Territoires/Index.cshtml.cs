using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Territoires;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public const int Max = 50;

    public static readonly IReadOnlyList<TypeTerritoire> Types =
        [TypeTerritoire.Epci, TypeTerritoire.Commune, TypeTerritoire.Departement, TypeTerritoire.Region];

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public TypeTerritoire? Type { get; set; }

    [FromQuery]
    public string? Departement { get; set; }

    public IReadOnlyList<ListerTerritoires.Row> Resultats { get; private set; } = [];

    public IReadOnlyList<Departement> Departements { get; private set; } = [];

    public IReadOnlyDictionary<string, string> NomDesCafs { get; private set; } = new Dictionary<string, string>();

    public bool ARecherche => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Departement);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Departements = await mediator.Send(new ListerDepartements.Query(), cancellationToken);
        NomDesCafs = (await mediator.Send(new ListerCafs.Query(), cancellationToken)).ToDictionary(c => c.Code, c => c.Nom);
        Resultats = await mediator.Send(new ListerTerritoires.Query(Q, Type, Departement, Max), cancellationToken);
    }

    public string NomDuDepartement(string code) => Departements.FirstOrDefault(d => d.Code == code)?.Nom ?? code;
}
