using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Deliberations;

/// <summary>The act of one party: read by everybody, written down by those who manage the convention.</summary>
[RequestSizeLimit(OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = OctetsMax)]
public sealed class PartieModel(IMediator mediator) : DossierPageModel<ConsulterDeliberation.Dossier>(mediator)
{
    public const long OctetsMax = Piece.TailleMax + (1024 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Partie { get; set; }

    /// <summary>Whose signature the act authorises; null for the convention itself.</summary>
    [FromQuery(Name = "avenant")]
    public Guid? Avenant { get; set; }

    private AvenantId? PourAvenant => Avenant is { } avenant ? new(avenant) : null;

    [BindProperty]
    public DeliberationInput Input { get; set; } = new();

    protected override IRequest<ConsulterDeliberation.Dossier?> DossierQuery => new ConsulterDeliberation.Query(new ConventionId(Id), new PartieId(Partie), PourAvenant);

    public void OnGet() => Input = (DeliberationInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(Input.VersCommande(new ConventionId(Id), new PartieId(Partie), PourAvenant), cancellationToken);
        return Fait("La délibération est enregistrée.");
    }

    public async Task<IActionResult> OnPostDeposerAsync(DepotInput depot, CancellationToken cancellationToken)
    {
        Input = (DeliberationInput)SaisieActuelle();
        var fichier = depot.Fichier is { } recu ? new FichierSaisi(recu.FileName, await recu.LireAsync(cancellationToken)) : null;
        await Mediator.Send(new DeposerFichierDActe.Command(new ConventionId(Id), new PartieId(Partie), depot.Usage, fichier, PourAvenant), cancellationToken);
        return Fait(depot.Usage == UsagePiece.Acte ? "L’acte est déposé." : "La copie tamponnée est déposée.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (DeliberationInput)SaisieActuelle();
        await Mediator.Send(new RetirerDeliberation.Command(new ConventionId(Id), revision, new PartieId(Partie), PourAvenant), cancellationToken);
        TempData["Annonce"] = $"La délibération de « {Dossier.Nom} » est retirée.";
        return RedirectToPage("Index", new { Id, Avenant });
    }

    protected override object SaisieActuelle() => DeliberationInput.De(Dossier);

    private RedirectToPageResult Fait(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Id, Partie, Avenant });
    }

    public sealed class DepotInput
    {
        public UsagePiece Usage { get; set; }

        [Display(Name = "Fichier")]
        public IFormFile? Fichier { get; set; }
    }
}
