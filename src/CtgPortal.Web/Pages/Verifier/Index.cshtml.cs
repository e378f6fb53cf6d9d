using System.Security.Cryptography;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Verifier;

/// <summary>
/// For whoever holds a text, on paper or as a file, and wonders whether it is the real one: no account, no cookie, no script. A file is
/// read as it comes, judged and wiped.
/// </summary>
[AllowAnonymous]
[SansFormulaire]
[IgnoreAntiforgeryToken(Order = 1001)]
[EnableRateLimiting(Limites.Verification)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(Piece.TailleMaxSignee + (1024 * 1024))]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>As large as the largest file that the portal makes or takes in.</summary>
    public const int TailleMaxMo = Piece.TailleMaxSignee / 1024 / 1024;

    /// <summary>From the QR code.</summary>
    [FromRoute]
    public string? Reference { get; set; }

    /// <summary>As typed in the form.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    public TextePublic? Texte { get; private set; }

    public ConsulterFichier.Constat? Constat { get; private set; }

    /// <summary>Why nothing could be judged, at the field that it is about.</summary>
    public (string Champ, string Phrase)? Refus { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((Reference ?? Q) is not { } saisie)
        {
            return Page();
        }

        if (ReferenceDocument.Lire(saisie) is null)
        {
            return Refuser("reference", "Une référence a douze signes, par exemple K7M3-QX9P-4TWD. Relisez celle qui est au bas de la page.", StatusCodes.Status400BadRequest);
        }

        Texte = await mediator.Send(new ConsulterReference.Query(saisie), cancellationToken);
        return Texte is null
            ? Refuser("reference", "Aucun document de ce portail ne porte cette référence. Vérifiez-la, ou déposez le fichier.", StatusCodes.Status404NotFound)
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (lecture, contenu) = await FichierAVerifier.LireAsync(Request, Piece.TailleMaxSignee, cancellationToken);
        switch (lecture)
        {
            case FichierAVerifier.Lecture.Absent:
                return Refuser("fichier", "Choisissez le fichier à vérifier.", StatusCodes.Status400BadRequest);
            case FichierAVerifier.Lecture.TropGros:
                return Refuser("fichier", $"Ce fichier dépasse {TailleMaxMo} Mo : aucun document de ce portail n’est aussi gros.", StatusCodes.Status413PayloadTooLarge);
            case FichierAVerifier.Lecture.TropDeMonde:
                return Refuser("fichier", "Trop de fichiers sont vérifiés en ce moment. Réessayez dans quelques instants.", StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            Constat = await mediator.Send(new ConsulterFichier.Query(contenu), cancellationToken);
            Texte = Constat.Texte;
            return Page();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contenu);
            FichierAVerifier.Rendre();
        }
    }

    private PageResult Refuser(string champ, string phrase, int statut)
    {
        Refus = (champ, phrase);
        ModelState.AddModelError(champ, phrase);
        return new PageResult { StatusCode = statut };
    }
}
