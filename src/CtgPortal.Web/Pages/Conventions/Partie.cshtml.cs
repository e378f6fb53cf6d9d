using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>One party: its name and its signers; its délibération has a page of its own.</summary>
public sealed class PartieModel(IMediator mediator) : DossierPageModel<ConsulterPartie.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "partie")]
    public Guid PartieId { get; set; }

    [BindProperty]
    public SaisiePartie Input { get; set; } = new();

    public SaisieSignataire Signataire { get; private set; } = new();

    /// <summary>Those who sign avenants are designated after the signature too.</summary>
    public bool PeutDesigner => Dossier.EnTete.Permet<DesignerSignataire.Command>() && CycleDeVie.SignatairesModifiables(Dossier.EnTete.Statut);

    public bool PeutModifier => Dossier.EnTete.Permet<ModifierPartie.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    protected override IRequest<ConsulterPartie.Dossier?> DossierQuery => new ConsulterPartie.Query(new(Id), new(PartieId));

    public void OnGet() => Input = (SaisiePartie)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ModifierPartie.Command(new(Id), Input.Revision, new(PartieId), Input.Type, Input.Nom, Input.NomCourt), cancellationToken);
        return Fait("La partie est enregistrée.");
    }

    public async Task<IActionResult> OnPostDesignerAsync(SaisieSignataire signataire, CancellationToken cancellationToken)
    {
        Input = (SaisiePartie)SaisieActuelle();
        Signataire = signataire;
        await Mediator.Send(
            new DesignerSignataire.Command(
                new(Id), signataire.Revision, new(PartieId), signataire.Civilite, signataire.Prenom, signataire.Nom, signataire.Qualite,
                signataire.Delegation.EnDelegation(), signataire.Courriel),
            cancellationToken);
        return Fait($"{signataire.Prenom.Trim()} {signataire.Nom.Trim()} signera au nom de « {Dossier.Partie.Nom} ».");
    }

    public async Task<IActionResult> OnPostRetirerSignataireAsync(Guid retire, int revision, CancellationToken cancellationToken)
    {
        Input = (SaisiePartie)SaisieActuelle();
        await Mediator.Send(new RetirerSignataire.Command(new(Id), revision, new(retire)), cancellationToken);
        return Fait("Cette personne ne signera plus la convention.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (SaisiePartie)SaisieActuelle();
        await Mediator.Send(new RetirerPartie.Command(new(Id), revision, new(PartieId)), cancellationToken);
        TempData["Annonce"] = $"« {Dossier.Partie.Nom} » n’est plus partie à la convention.";
        return RedirectToPage("/Conventions/Parties", new { Id });
    }

    protected override object SaisieActuelle() => new SaisiePartie
    {
        Revision = Dossier.EnTete.Revision,
        Type = Dossier.Partie.Type,
        Nom = Dossier.Partie.Nom,
        NomCourt = Dossier.Partie.NomCourt,
    };

    private RedirectToPageResult Fait(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Id, partie = PartieId });
    }
}
