using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using CtgPortal.Web.Salles;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>The room for whoever leads it; each gesture is a form, that a script may send by itself.</summary>
public sealed class AnimerModel(IMediator mediator) : DossierPageModel<ConsulterSalle.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    protected override IRequest<ConsulterSalle.Dossier?> DossierQuery => new ConsulterSalle.Query(Convention, Ici);

    private ConventionId Convention => new(Id);

    private AtelierId Ici => new(Atelier);

    public IActionResult OnGetEtat(bool mur) => HttpContext.EnJson(mur ? Dossier.Tableau.PourLeMur() : Dossier.Tableau);

    public Task<IActionResult> OnPostOuvrirAsync(int revision) =>
        FaireAsync(new OuvrirSalle.Command(Convention, Ici, revision), _ => "La salle est ouverte. Affichez le code aux participants.");

    public Task<IActionResult> OnPostFermerAsync(int revision) => FaireAsync(
        new FermerSalle.Command(Convention, Ici, revision),
        b => $"La salle est fermée : {Format.Pluriel(b.Contributions, "contribution")} de {Format.Pluriel(b.Participants, "participant")}, {Format.Pluriel(b.Points, "point donné", "points donnés")}.");

    public Task<IActionResult> OnPostPhaseAsync(int revision, PhaseSalle phase) =>
        FaireAsync(new ChangerPhase.Command(Convention, Ici, revision, phase), _ => $"La salle est à l’étape « {Libelles.De(phase)} ».");

    public Task<IActionResult> OnPostMinuteurAsync(int revision, string? libelle, int? minutes) =>
        FaireAsync(new LancerMinuteur.Command(Convention, Ici, revision, libelle, minutes), _ => "Le minuteur est lancé.");

    public Task<IActionResult> OnPostArreterAsync(int revision) => FaireAsync(new ArreterMinuteur.Command(Convention, Ici, revision), _ => "Le minuteur est arrêté.");

    public Task<IActionResult> OnPostGroupeAsync(string? titre) => FaireAsync(new CreerGroupe.Command(Convention, Ici, titre), _ => $"Le groupe « {titre} » est créé.");

    public Task<IActionResult> OnPostRenommerAsync(Guid groupe, int revision, string? titre) =>
        FaireAsync(new RenommerGroupe.Command(Convention, Ici, new GroupeId(groupe), revision, titre), _ => $"Le groupe s’appelle « {titre} ».");

    public Task<IActionResult> OnPostFusionnerAsync(Guid groupe, int revision, Guid vers) => FaireAsync(
        new FusionnerGroupes.Command(Convention, Ici, new GroupeId(groupe), revision, new GroupeId(vers)),
        n => $"{Format.Pluriel(n, "contribution déplacée", "contributions déplacées")}, les groupes sont réunis.");

    public Task<IActionResult> OnPostRetirerGroupeAsync(Guid groupe, int revision) => FaireAsync(
        new RetirerGroupe.Command(Convention, Ici, new GroupeId(groupe), revision),
        n => $"Le groupe est supprimé, {Format.Pluriel(n, "contribution est revenue", "contributions sont revenues")} hors groupe.");

    /// <param name="place">Nothing for the end of the group, « debut », or the contribution it comes after.</param>
    public Task<IActionResult> OnPostDeplacerAsync(Guid contribution, int revision, Guid? vers, string? place) => FaireAsync(
        new DeplacerContribution.Command(
            Convention, Ici, new ContributionId(contribution), revision, vers is { } v ? new GroupeId(v) : null,
            string.IsNullOrEmpty(place) ? null : new(Guid.TryParse(place, out var apres) ? new ContributionId(apres) : null)),
        _ => "La contribution est rangée.");

    public Task<IActionResult> OnPostAfficherAsync(Guid contribution, int revision) =>
        FaireAsync(new AfficherContribution.Command(Convention, Ici, new ContributionId(contribution), revision), _ => "La contribution est affichée.");

    public Task<IActionResult> OnPostEcarterAsync(Guid contribution, int revision) =>
        FaireAsync(new EcarterContribution.Command(Convention, Ici, new ContributionId(contribution), revision), _ => "La contribution est écartée.");

    private async Task<IActionResult> FaireAsync<T>(IRequest<T> geste, Func<T, string> annonce)
    {
        var dit = annonce(await Mediator.Send(geste, HttpContext.RequestAborted));
        if (Request.WantsJson())
        {
            return HttpContext.EnJson(new { message = dit });
        }

        TempData["Annonce"] = dit;
        return RedirectToPage(new { Id, Atelier });
    }
}
