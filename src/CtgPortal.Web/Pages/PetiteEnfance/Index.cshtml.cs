using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.PetiteEnfance;

/// <summary>Whether the convention can stand in for the schéma of the petite enfance, territory by territory.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterPetiteEnfance.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Adresse => $"/conventions/{Id}";

    protected override IRequest<ConsulterPetiteEnfance.Dossier?> DossierQuery => new ConsulterPetiteEnfance.Query(new ConventionId(Id));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new DireLaCompetence.Command(new ConventionId(Id), Input.Revision, Input.Competence), cancellationToken);
        TempData["Annonce"] = "L’autorité organisatrice est enregistrée.";
        return RedirectToPage("Index", new { Id });
    }

    public static (string Ton, string Icone) Signe(EtatExigence etat) => etat switch
    {
        EtatExigence.Presente => ("succes", "check-lg"),
        EtatExigence.Confirmee => ("succes", "person-check"),
        EtatExigence.Incomplete => ("attention", "circle-half"),
        EtatExigence.AConfirmer => ("info", "question-lg"),
        _ => ("danger", "x-lg"),
    };

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Competence = Dossier.Competence };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Qui organise l’accueil du jeune enfant ?")]
        public CompetencePetiteEnfance? Competence { get; set; }
    }
}
