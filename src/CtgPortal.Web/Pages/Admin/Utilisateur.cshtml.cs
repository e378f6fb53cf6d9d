using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Admin;

public sealed class UtilisateurModel(IMediator mediator)
    : DossierPageModel<ConsulterUtilisateur.Fiche>(mediator), IPageAvecHabilitation
{
    [FromRoute]
    public Guid Id { get; set; }

    public SaisieHabilitation Input { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Roles { get; } = SaisieHabilitation.Options(Enum.GetValues<Role>());

    public IReadOnlyList<SelectListItem> Cafs { get; private set; } = [];

    protected override IRequest<ConsulterUtilisateur.Fiche?> DossierQuery => new ConsulterUtilisateur.Query(new UtilisateurId(Id))!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Cafs = await SaisieHabilitation.CafsAsync(Mediator, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet()
    {
        // the account is loaded by the base class
    }

    public async Task<IActionResult> OnPostAjouterAsync([Bind(Prefix = "Input")] SaisieHabilitation input, string version, CancellationToken cancellationToken)
    {
        Input = input;
        var ajoutee = await input.LireAsync(Mediator, cancellationToken);
        return await ModifierAsync(version, [.. Dossier.Habilitations, ajoutee], "Le rôle est ajouté.", cancellationToken);
    }

    public async Task<IActionResult> OnPostRetirerAsync(Role role, Portee portee, string? code, string version, CancellationToken cancellationToken) =>
        await ModifierAsync(
            version, [.. Dossier.Habilitations.Where(h => h != new Habilitation(role, portee, code ?? ""))], "Le rôle est retiré.", cancellationToken);

    public async Task<IActionResult> OnPostDesactiverAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DesactiverUtilisateur.Command(new(Id)), cancellationToken);
        return Revenir("Le compte est désactivé. La personne est déconnectée.");
    }

    public async Task<IActionResult> OnPostReactiverAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ReactiverUtilisateur.Command(new(Id)), cancellationToken);
        return Revenir("Le compte est actif de nouveau.");
    }

    public async Task<IActionResult> OnPostLienAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DemanderNouveauLien.Command(Dossier.Courriel), cancellationToken);
        return Revenir("Un lien pour choisir le mot de passe part à cette adresse, sauf s’il en est déjà parti un il y a moins de cinq minutes.");
    }

    private async Task<IActionResult> ModifierAsync(
        string version, IReadOnlyList<Habilitation> habilitations, string annonce, CancellationToken cancellationToken)
    {
        await Mediator.Send(new ModifierHabilitations.Command(new(Id), version, habilitations), cancellationToken);
        return Revenir(annonce);
    }

    private LocalRedirectResult Revenir(string annonce)
    {
        TempData["Annonce"] = annonce;
        return LocalRedirect(Request.Path);
    }
}
