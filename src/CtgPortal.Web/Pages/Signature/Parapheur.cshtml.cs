using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The package for an outside parapheur, and the signed file that comes back.</summary>
[RequestSizeLimit(OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = OctetsMax)]
public sealed class ParapheurModel(IMediator mediator) : DossierPageModel<ConsulterParapheur.Dossier>(mediator)
{
    public const long OctetsMax = Piece.TailleMaxSignee + (1024 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterParapheur.Dossier?> DossierQuery => new ConsulterParapheur.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fichier = await Mediator.Send(new RecevoirRetour.Command(new ConventionId(Id), await Input.Fichier.LireAsync(cancellationToken)), cancellationToken);
        TempData["Annonce"] = "Le fichier est vérifié : chaque signature tient. Dites maintenant de qui elle est.";
        return RedirectToPage("Retour", new { Id, fichier = fichier.Value });
    }

    public sealed class InputModel
    {
        [Display(Name = "PDF signé rendu par le parapheur")]
        public IFormFile? Fichier { get; set; }
    }
}
