using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>Who writes on the fiche from an account of their own.</summary>
public sealed class ConfierModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Gerer);

    public IReadOnlyList<SelectListItem> Comptes =>
        [.. Dossier.PilotesPossibles.Select(p => new SelectListItem($"{p.Nom} – {p.Fonction ?? p.Courriel}", p.Id.Value.ToString()))];

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new ConfierFiche.Command(
                new ConventionId(Id), new FicheActionId(FicheId), Input.Revision, Input.Pilote is { } pilote ? new UtilisateurId(pilote) : null),
            cancellationToken);
        return this.RetourALaFiche("Compte du pilote");
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Pilote = Dossier.Pilote?.Value };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        valeur is Guid ? Comptes.FirstOrDefault(c => c.Value == valeur.ToString())?.Text : null;

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Compte du pilote")]
        public Guid? Pilote { get; set; }
    }
}
