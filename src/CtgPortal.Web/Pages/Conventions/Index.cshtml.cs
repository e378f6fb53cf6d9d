using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public StatutConvention? Statut { get; set; }

    [FromQuery]
    public string? Caf { get; set; }

    [FromQuery]
    public int? Echeance { get; set; }

    [FromQuery]
    public int? Generation { get; set; }

    /// <summary>Such as <c>echeance</c> or <c>-fiches</c>.</summary>
    [FromQuery]
    public string? Tri { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public ListerConventions.Result Liste { get; private set; } = null!;

    public bool PeutOuvrir { get; private set; }

    public bool EstFiltree => !string.IsNullOrWhiteSpace(Q) || Statut is not null || !string.IsNullOrEmpty(Caf) || Echeance is not null || Generation is not null;

    public async Task OnGetAsync([FromServices] Application.Acces.IUtilisateurCourant utilisateur, CancellationToken cancellationToken)
    {
        Liste = await mediator.Send(
            new ListerConventions.Query(Q, Statut, Caf, Echeance, Generation, TriDe(Tri?.TrimStart('-')), Tri?.StartsWith('-') == true, P),
            cancellationToken);
        PeutOuvrir = Domain.Comptes.ReglesOuverture.Cafs(utilisateur.Habilitations).Count > 0;
    }

    private static ListerConventions.Tri TriDe(string? tri) => tri switch
    {
        "caf" => ListerConventions.Tri.Caf,
        "etape" => ListerConventions.Tri.Statut,
        "echeance" => ListerConventions.Tri.Echeance,
        "fiches" => ListerConventions.Tri.Fiches,
        _ => ListerConventions.Tri.Intitule,
    };
}
