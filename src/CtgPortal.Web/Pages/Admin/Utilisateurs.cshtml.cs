using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Admin;

public sealed class UtilisateursModel(IMediator mediator) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public Role? Role { get; set; }

    [FromQuery]
    public ListerUtilisateurs.Etat? Etat { get; set; }

    /// <summary>Such as <c>courriel</c> or <c>-connexion</c>.</summary>
    [FromQuery]
    public string? Tri { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public Page<ListerUtilisateurs.Ligne> Comptes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Comptes = await mediator.Send(
        new ListerUtilisateurs.Query(Q, Role, Etat, TriDe(Tri?.TrimStart('-')), Tri?.StartsWith('-') == true, P), cancellationToken);

    private static ListerUtilisateurs.Tri TriDe(string? tri) => tri switch
    {
        "courriel" => ListerUtilisateurs.Tri.Courriel,
        "connexion" => ListerUtilisateurs.Tri.DerniereConnexion,
        _ => ListerUtilisateurs.Tri.Nom,
    };
}
