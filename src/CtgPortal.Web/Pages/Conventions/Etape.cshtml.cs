using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>Where the convention may go from here: on, back, or to its end, each with what it entails.</summary>
public sealed class EtapeModel(IMediator mediator) : DossierPageModel<ConsulterConvention.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public SaisieEtape Revenir { get; private set; } = new();

    public SaisieEtape Clore { get; private set; } = new();

    public bool PeutFranchir => Dossier.EnTete.Permet<AvancerEtape.Command>();

    protected override IRequest<ConsulterConvention.Dossier?> DossierQuery => new ConsulterConvention.Query(new ConventionId(Id));

    public async Task<IActionResult> OnPostAvancerAsync(SaisieEtape avancer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(avancer);
        await Mediator.Send(new AvancerEtape.Command(new(Id), avancer.Revision, avancer.Vers), cancellationToken);
        return Fait($"La convention passe à l’étape « {Nom(avancer.Vers)} ».");
    }

    public async Task<IActionResult> OnPostRevenirAsync(SaisieEtape revenir, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(revenir);
        Revenir = revenir;
        await Mediator.Send(new RevenirEtape.Command(new(Id), revenir.Revision, revenir.Vers, revenir.Motif), cancellationToken);
        return Fait($"La convention revient à l’étape « {Nom(revenir.Vers)} ».");
    }

    public async Task<IActionResult> OnPostCloreAsync(SaisieEtape clore, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clore);
        Clore = clore;
        await Mediator.Send(new CloreConvention.Command(new(Id), clore.Revision, clore.Vers, clore.Motif), cancellationToken);
        return Fait($"La convention est désormais « {Libelles.De(clore.Vers).ToLowerInvariant()} ».");
    }

    public static string Nom(StatutConvention statut) => Statut.Etapes.Single(e => e.Code == statut.ToString()).Libelle;

    private RedirectToPageResult Fait(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("/Conventions/Detail", new { Id });
    }

    public sealed class SaisieEtape
    {
        public int Revision { get; set; }

        public StatutConvention Vers { get; set; }

        [Display(Name = "Motif")]
        public string? Motif { get; set; }
    }
}
