using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class IndicateursModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public void OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        Input.Indicateurs.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public void OnPostAjouter() => Input.Indicateurs.Add(new());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Indicateurs.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
        await Mediator.Send(
            new DefinirIndicateurs.Command(
                new ConventionId(Id), new FicheActionId(FicheId), Input.Revision,
                [.. Input.Indicateurs.Select(l => new DefinirIndicateurs.Ligne(
                    l.Identifiant is { } id ? new IndicateurFicheId(id) : null, l.Intitule, l.Type, l.Categorie, l.Unite,
                    l.ValeurInitiale, l.Cible, l.Source, l.Responsable))]),
            cancellationToken);
        return this.RetourALaFiche("Indicateurs");
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Indicateurs = [.. Dossier.Indicateurs.Select(i => new Ligne
        {
            Identifiant = i.Id.Value,
            Intitule = i.Description.Intitule,
            Type = i.Description.Type,
            Categorie = i.Description.Categorie,
            Unite = i.Description.Unite,
            ValeurInitiale = i.Description.ValeurInitiale,
            Cible = i.Description.Cible,
            Source = i.Description.Source,
            Responsable = i.Description.Responsable,
        })],
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Indicateur")]
        public List<Ligne> Indicateurs { get; set; } = [];
    }

    public sealed class Ligne
    {
        [Display(Name = "Identifiant")]
        public Guid? Identifiant { get; set; }

        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";

        [Display(Name = "Type")]
        public TypeIndicateur Type { get; set; }

        [Display(Name = "Catégorie")]
        public CategorieIndicateur? Categorie { get; set; }

        [Display(Name = "Unité")]
        public string? Unite { get; set; }

        [Display(Name = "Valeur initiale")]
        public decimal? ValeurInitiale { get; set; }

        [Display(Name = "Cible")]
        public decimal? Cible { get; set; }

        [Display(Name = "Source")]
        public string? Source { get; set; }

        [Display(Name = "Responsable")]
        public string? Responsable { get; set; }

        [Display(Name = "Retirer")]
        public bool Retirer { get; set; }

        public bool EstVide => Intitule.Length == 0 && Identifiant is null && (ValeurInitiale ?? Cible) is null && (Unite ?? Source ?? Responsable) is null;
    }
}
