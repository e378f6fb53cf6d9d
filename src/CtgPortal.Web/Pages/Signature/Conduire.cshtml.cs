using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The whole circuit: reminders, deadline, ceremony.</summary>
public sealed class ConduireModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public SaisieDelai Delai { get; private set; } = new();

    public SaisieCeremonie Ceremonie { get; private set; } = new();

    public CircuitLu Circuit => Dossier.Circuit!;

    protected override bool EstConnu => Dossier.Circuit is { Statut: StatutSignature.Ouverte } && Dossier.EnTete.Permet<PlanifierCeremonie.Command>();

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public void OnGet()
    {
        Delai = new() { Vue = Circuit.ExpireLe };
        Ceremonie = new() { Sequence = Circuit.SequenceCeremonie, Jour = Circuit.Ceremonie?.Jour, Heure = Circuit.Ceremonie?.Heure, Lieu = Circuit.Ceremonie?.Lieu };
    }

    public async Task<IActionResult> OnPostRelancerAsync(CancellationToken cancellationToken)
    {
        var noms = await Mediator.Send(new RelancerSignataires.Command(new ConventionId(Id)), cancellationToken);
        return Revenir($"{Format.Pluriel(noms.Count, "personne relancée", "personnes relancées")}.");
    }

    public async Task<IActionResult> OnPostProlongerAsync(SaisieDelai delai, CancellationToken cancellationToken)
    {
        await Mediator.Send(new ProlongerCircuit.Command(new ConventionId(Id), delai.Vue, delai.SansFin ? null : delai.JusquAu ?? delai.Vue), cancellationToken);
        return Revenir("Le délai pour signer est repoussé.");
    }

    public async Task<IActionResult> OnPostPlanifierAsync(SaisieCeremonie ceremonie, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PlanifierCeremonie.Command(new ConventionId(Id), ceremonie.Sequence, ceremonie.Jour, ceremonie.Heure, ceremonie.Lieu), cancellationToken);
        return Revenir("La cérémonie est fixée, et chacun la reçoit dans son agenda.");
    }

    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new AnnulerCeremonie.Command(new ConventionId(Id)), cancellationToken);
        return Revenir("La cérémonie est annulée, et chacun est prévenu.");
    }

    private RedirectToPageResult Revenir(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("Index", new { Id });
    }

    public sealed class SaisieDelai
    {
        public DateOnly? Vue { get; set; }

        [Display(Name = "Nouveau dernier jour")]
        public DateOnly? JusquAu { get; set; }

        [Display(Name = "Sans date limite")]
        public bool SansFin { get; set; }
    }

    public sealed class SaisieCeremonie
    {
        public int Sequence { get; set; }

        [Display(Name = "Jour")]
        public DateOnly? Jour { get; set; }

        [Display(Name = "Heure")]
        public TimeOnly? Heure { get; set; }

        [Display(Name = "Lieu")]
        public string? Lieu { get; set; }
    }
}
