using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>The contrats enfance jeunesse that the convention takes over from.</summary>
public sealed class AnciensCejModel(IMediator mediator) : DossierPageModel<ConsulterConvention.Dossier>(mediator)
{
    private const int LignesVides = 2;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool PeutModifier => Dossier.EnTete.Permet<DefinirAnciensCej.Command>() && CycleDeVie.TexteModifiable(Dossier.EnTete.Statut);

    protected override IRequest<ConsulterConvention.Dossier?> DossierQuery => new ConsulterConvention.Query(new ConventionId(Id));

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new DefinirAnciensCej.Command(
                new ConventionId(Id), Input.Revision,
                [.. Input.AnciensCej.Where(c => !c.EstVide).Select(c => new AncienCej(c.Intitule ?? "", Choix.Lignes(c.Collectivites), c.Fin))]),
            cancellationToken);
        TempData["Annonce"] = "Les anciens CEJ sont enregistrés.";
        return RedirectToPage("/Conventions/Detail", new { Id });
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.EnTete.Revision,
        AnciensCej =
        [
            .. Dossier.AnciensCej.Select(c => new CejInput { Intitule = c.Intitule, Collectivites = string.Join('\n', c.Collectivites), Fin = c.Fin }),
            .. Enumerable.Range(0, Math.Min(LignesVides, Convention.AnciensCejMax - Dossier.AnciensCej.Count)).Select(_ => new CejInput()),
        ],
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Anciens CEJ")]
        public List<CejInput> AnciensCej { get; set; } = [];
    }

    public sealed class CejInput
    {
        [Display(Name = "Numéro ou titre")]
        public string? Intitule { get; set; }

        [Display(Name = "Collectivités")]
        public string? Collectivites { get; set; }

        [Display(Name = "Dernier jour")]
        public DateOnly? Fin { get; set; }

        public bool EstVide => string.IsNullOrWhiteSpace(Intitule) && string.IsNullOrWhiteSpace(Collectivites) && Fin is null;

        // what a conflict shows
        public override string ToString() => EstVide ? "" : $"{Intitule}, {string.Join(", ", Choix.Lignes(Collectivites))}{(Fin is { } fin ? $", {Format.Date(fin)}" : "")}";
    }
}
