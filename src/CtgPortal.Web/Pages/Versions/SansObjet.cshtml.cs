using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Versions;

/// <summary>A version is not deleted: one says that it is worth nothing any more, and why.</summary>
public sealed class SansObjetModel(IMediator mediator) : DossierPageModel<ListerVersions.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public int Numero { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public VersionLue Version => Dossier.Versions.Single(v => v.Numero == Numero);

    protected override bool EstConnu => Dossier.Versions.Any(v => v.Numero == Numero);

    protected override IRequest<ListerVersions.Dossier?> DossierQuery => new ListerVersions.Query(new ConventionId(Id));

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Dossier.EnTete.Permet<DeclarerVersionSansObjet.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeclarerVersionSansObjet.Command(new ConventionId(Id), Numero, Input.Revision, Input.Motif), cancellationToken);
        TempData["Annonce"] = $"La version « {Version.Nom} » est notée sans objet. Son contenu reste.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Version.Revision, Motif = Input.Motif };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Motif")]
        public string? Motif { get; set; }
    }
}
