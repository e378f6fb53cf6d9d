using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fil;

/// <summary>Says which constats a part of the plan answers.</summary>
public sealed class RelierModel(IMediator mediator) : DossierPageModel<ConsulterLiens.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The part of the plan, as <see cref="Maillon.ToString"/> writes it.</summary>
    [FromRoute]
    public string? Suite { get; set; }

    /// <summary>Searched words; those already ticked stay shown.</summary>
    [FromQuery]
    public string? Q { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Origines { get; set; } = [];

    public IReadOnlyList<MaillonLu> Montres =>
        [.. Dossier.Possibles.Where(p => RechercheMots.Trouve(Q, Mots(p)) || Origines.Contains(p.Maillon.ToString()))];

    public string Mots(MaillonLu possible)
    {
        ArgumentNullException.ThrowIfNull(possible);
        return RechercheMots.Normaliser($"{VueMaillon.Pastille(possible).Mot} {possible.Contexte} {possible.Texte}");
    }

    protected override IRequest<ConsulterLiens.Dossier?> DossierQuery => new ConsulterLiens.Query(
        new ConventionId(Id), Maillon.TryParse(Suite, out var suite) ? suite : throw new NotFoundException("No such part of the thread."));

    public IActionResult OnGet() =>
        Dossier.PeutRelier ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new Relier.Command(new ConventionId(Id), [.. Origines.Select(SuiteModel.Lire)], Dossier.Suite.Maillon), cancellationToken);
        TempData["Annonce"] = "Le fil est noué.";
        return Redirect(VueMaillon.Adresse(Id, Dossier.Suite));
    }
}
