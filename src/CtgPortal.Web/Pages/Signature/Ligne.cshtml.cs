using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using CtgPortal.Web.Pages.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>What those who conduct the circuit do for one person: remind, replace, withdraw.</summary>
public sealed class LigneModel(IMediator mediator) : DossierPageModel<ConsulterSignature.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Ligne { get; set; }

    public SaisieRemplacement Remplacement { get; } = new();

    public LigneLue Lue => Dossier.Circuit!.Lignes.First(l => l.Id.Value == Ligne);

    /// <summary>Something can still be done for this person.</summary>
    public bool PeutConduire => Dossier.Circuit is { Statut: StatutSignature.Ouverte } && Dossier.EnTete.Permet<RemplacerSignataire.Command>()
        && Lue is { EstVivante: true, EstSignee: false } && Lue.Etat != EtatLigne.AControler;

    protected override bool EstConnu => Dossier.Circuit?.Lignes.Any(l => l.Id.Value == Ligne) ?? false;

    protected override IRequest<ConsulterSignature.Dossier?> DossierQuery => new ConsulterSignature.Query(new ConventionId(Id));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostRelancerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new RelancerSignataires.Command(new ConventionId(Id), new LigneSignatureId(Ligne)), cancellationToken);
        return Revenir($"Un rappel est envoyé à {Lue.NomComplet}.");
    }

    public async Task<IActionResult> OnPostRemplacerAsync(SaisieRemplacement remplacement, CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RemplacerSignataire.Command(new ConventionId(Id), new LigneSignatureId(Ligne), remplacement.EnIdentite(), remplacement.Motif), cancellationToken);
        return Revenir($"{remplacement.Prenom} {remplacement.Nom} remplace {Lue.NomComplet}. Chacun est prévenu.");
    }

    public async Task<IActionResult> OnPostRetirerAsync([Display(Name = "Pourquoi")] string? motif, CancellationToken cancellationToken)
    {
        var complet = await Mediator.Send(new RetirerDuCircuit.Command(new ConventionId(Id), new LigneSignatureId(Ligne), motif), cancellationToken);
        return Revenir(complet
            ? $"Plus personne n’est attendu : {VueCircuit.Aboutissement(Dossier.Circuit!.Avenant)}."
            : $"{Lue.NomComplet} ne fait plus partie du circuit.");
    }

    private RedirectToPageResult Revenir(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("Index", new { Id });
    }

    public sealed class SaisieRemplacement
    {
        [Display(Name = "Civilité")]
        public string? Civilite { get; set; }

        [Display(Name = "Prénom")]
        public string Prenom { get; set; } = "";

        [Display(Name = "Nom")]
        public string Nom { get; set; } = "";

        [Display(Name = "Qualité")]
        public string Qualite { get; set; } = "";

        public SaisieDelegation Delegation { get; set; } = new();

        [Display(Name = "Adresse électronique")]
        public string? Courriel { get; set; }

        [Display(Name = "Pourquoi ce remplacement")]
        public string? Motif { get; set; }

        public IdentiteSignataire EnIdentite() => new(Civilite, Prenom, Nom, Qualite, Delegation.EnDelegation(), Courriel);
    }
}
