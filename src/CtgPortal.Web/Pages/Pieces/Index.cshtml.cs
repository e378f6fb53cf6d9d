using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Pieces;

/// <summary>The gestures of the component of attachments, wherever it is shown; a refusal is shown here, with the list as it stands.</summary>
[RequestSizeLimit(OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = OctetsMax)]
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterPieces.Dossier>(mediator)
{
    /// <summary>All that one bearer may hold, and what the form writes around it.</summary>
    public const long OctetsMax = PieceJointe.TotalMax + (1024 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public NaturePorteur Nature { get; set; }

    [FromRoute]
    public Guid Cible { get; set; }

    protected override IRequest<ConsulterPieces.Dossier?> DossierQuery => new ConsulterPieces.Query(Convention, Porteur);

    private ConventionId Convention => new(Id);

    private PorteurPieces Porteur => new(Nature, Cible);

    public void OnGet()
    {
        // everything is in the dossier
    }

    /// <param name="descriptions">In the order of the files; shorter, or absent, without script.</param>
    public async Task<IActionResult> OnPostJoindreAsync(List<IFormFile> fichiers, List<string> descriptions, CancellationToken cancellationToken)
    {
        List<FichierSaisi> saisis = [];
        foreach (var (rang, fichier) in fichiers.Index())
        {
            saisis.Add(new(fichier.FileName, await fichier.LireAsync(cancellationToken), descriptions.ElementAtOrDefault(rang)));
        }

        var nombre = await Mediator.Send(new JoindrePieces.Command(Convention, Porteur, saisis), cancellationToken);
        return Revenir(nombre == 1 ? "La pièce jointe est ajoutée." : $"{nombre} pièces jointes sont ajoutées.");
    }

    public async Task<IActionResult> OnPostDecrireAsync(Guid piece, int revision, string? description, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DecrirePiece.Command(Convention, Porteur, new(piece), revision, description), cancellationToken);
        return Revenir("La description est enregistrée.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid piece, int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerPiece.Command(Convention, Porteur, new(piece), revision), cancellationToken);
        return Revenir("La pièce jointe est retirée.");
    }

    private RedirectResult Revenir(string annonce)
    {
        TempData["Annonce"] = annonce;
        return Redirect($"{VuePieces.Retour(Dossier.Pieces)}#pieces-jointes");
    }
}
