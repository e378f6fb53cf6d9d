using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>One avenant: what it says, and what comes next.</summary>
public sealed class AvenantModel(IMediator mediator) : DossierPageModel<ConsulterAvenant.Dossier>(mediator)
{
    public static IReadOnlyList<SelectListItem> Types { get; } = [.. Choix.De<TypePartie>(Libelles.De)];

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Avenant { get; set; }

    [Display(Name = "Motif")]
    public string? Motif { get; set; }

    public PartieEntranteInput Partie { get; private set; } = new();

    protected override IRequest<ConsulterAvenant.Dossier?> DossierQuery => new ConsulterAvenant.Query(new ConventionId(Id), new AvenantId(Avenant));

    internal static string Phrase(string objet) => Application.Documents.Mots.Majuscule(objet);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOuvrirAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new OuvrirAvenantALaSignature.Command(new(Id), new(Avenant), revision), cancellationToken);
        TempData["Annonce"] = "Le texte de l’avenant est figé et ouvert à la signature.";
        return RedirectToPage("/Signature/Index", new { Id });
    }

    public async Task<IActionResult> OnPostReprendreAsync(int revision, string? motif, CancellationToken cancellationToken)
    {
        Motif = motif;
        await Mediator.Send(new ReprendreAvenant.Command(new(Id), new(Avenant), revision, motif), cancellationToken);
        return Fait("L’avenant est de nouveau en rédaction.");
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(int revision, string? motif, CancellationToken cancellationToken)
    {
        Motif = motif;
        await Mediator.Send(new AbandonnerAvenant.Command(new(Id), new(Avenant), revision, motif), cancellationToken);
        TempData["Annonce"] = "L’avenant est abandonné.";
        return RedirectToPage("Index", new { Id });
    }

    public async Task<IActionResult> OnPostPartieAsync(PartieEntranteInput partie, CancellationToken cancellationToken)
    {
        Partie = partie;
        await Mediator.Send(
            new AjouterPartieEntrante.Command(
                new(Id), new(Avenant), partie.Revision, partie.Type, partie.Nom, partie.Civilite, partie.SignatairePrenom, partie.SignataireNom,
                partie.SignataireQualite, partie.Courriel),
            cancellationToken);
        return Fait($"« {partie.Nom.Trim()} » entrera dans la convention en signant cet avenant.");
    }

    public async Task<IActionResult> OnPostRetirerPartieAsync(int revision, string nom, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerPartieEntrante.Command(new(Id), new(Avenant), revision, nom), cancellationToken);
        return Fait($"« {nom} » n’entre plus dans la convention.");
    }

    private RedirectToPageResult Fait(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Id, avenant = Avenant });
    }
}
