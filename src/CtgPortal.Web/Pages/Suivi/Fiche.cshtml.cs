using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Suivi;

/// <summary>Where one action stands: three short forms, and what was said before.</summary>
public sealed class FicheModel(IMediator mediator) : DossierPageModel<ConsulterSuiviFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    public EtatSaisi Etat { get => field ??= (EtatSaisi)SaisieActuelle(); set; }

    public NoteSaisie Note { get => field ??= new() { Date = Dossier.Aujourdhui }; set; }

    public ReleveSaisi Releve { get => field ??= new() { Date = Dossier.Aujourdhui }; set; }

    protected override IRequest<ConsulterSuiviFiche.Dossier?> DossierQuery => new ConsulterSuiviFiche.Query(new ConventionId(Id), Fiche);

    private FicheActionId Fiche => new(FicheId);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostEtatAsync(EtatSaisi etat, CancellationToken cancellationToken)
    {
        Etat = etat;
        await Mediator.Send(new NoterAvancement.Command(new ConventionId(Id), Fiche, etat.Revision, etat.Avancement, etat.Motif), cancellationToken);
        return Retour("L’état de l’action est enregistré.");
    }

    public async Task<IActionResult> OnPostNoteAsync(NoteSaisie note, CancellationToken cancellationToken)
    {
        Note = note;
        await Mediator.Send(
            new AjouterNote.Command(new ConventionId(Id), Fiche, note.Revision, note.Type, note.Date ?? default, note.Texte), cancellationToken);
        return Retour("La note est ajoutée.");
    }

    public async Task<IActionResult> OnPostReleveAsync(ReleveSaisi releve, CancellationToken cancellationToken)
    {
        Releve = releve;
        await Mediator.Send(releve.VersCommande(new ConventionId(Id), Fiche), cancellationToken);
        return Retour("Le relevé est enregistré.");
    }

    protected override object SaisieActuelle() =>
        new EtatSaisi { Revision = Dossier.Revision, Avancement = Dossier.Fiche.Avancement, Motif = Dossier.Fiche.Motif };

    private RedirectToPageResult Retour(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Id, FicheId });
    }
}
