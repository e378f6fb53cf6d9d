using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Web.Common;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ValidationException = FluentValidation.ValidationException;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class PerimetreModel(IMediator mediator) : DossierPageModel<ConsulterPerimetre.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ListerTerritoires.Row> ChoixAjout { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes =>
    [
        .. Dossier.Choix.Select(c => new SelectListItem(
            c.Population is { } population ? $"{c.Nom} ({Format.Nombre(population)})" : c.Nom, c.Code)),
    ];

    public bool PeutModifier => Dossier.EnTete.Permet<DefinirPerimetre.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    protected override IRequest<ConsulterPerimetre.Dossier?> DossierQuery => new ConsulterPerimetre.Query(new ConventionId(Id));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await EnregistrerAsync([.. Input.Communes, .. await AjoutAsync(cancellationToken)], cancellationToken);

    public Task<IActionResult> OnPostToutesAsync(CancellationToken cancellationToken) =>
        EnregistrerAsync([.. Dossier.Choix.Select(c => c.Code)], cancellationToken);

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.EnTete.Revision,
        Communes = [.. Dossier.Choix.Where(c => c.EstCouverte).Select(c => c.Code)],
    };

    protected override string? LibelleDeValeur(string champ, object valeur) =>
        Dossier.Choix.FirstOrDefault(c => c.Code == valeur as string)?.Nom;

    private async Task<IActionResult> EnregistrerAsync(IReadOnlyList<string> communes, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DefinirPerimetre.Command(new ConventionId(Id), Input.Revision, communes), cancellationToken);
        TempData["Annonce"] = $"Le périmètre est enregistré : {Format.Pluriel(communes.Count, "commune")}.";
        return RedirectToPage("/Conventions/Detail", new { Id });
    }

    private async Task<IReadOnlyList<string>> AjoutAsync(CancellationToken cancellationToken)
    {
        if (Input.Ajout.Trim().Length == 0)
        {
            return [];
        }

        var saisi = await Mediator.Send(new ConsulterTerritoireSaisi.Query(Input.Ajout, TypeTerritoire.Commune), cancellationToken);
        ChoixAjout = saisi.Choix;
        return saisi.Trouve is { } trouve ? [trouve.Code] : throw new ValidationException([new ValidationFailure(
            nameof(Input.Ajout),
            saisi.Choix.Count == 0 ? "Aucune commune ne porte ce nom." : "Plusieurs communes répondent à ce nom : choisissez la vôtre.")]);
    }

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Communes couvertes")]
        public List<string> Communes { get; set; } = [];

        [Display(Name = "Ajouter une autre commune")]
        public string Ajout { get; set; } = "";
    }
}
