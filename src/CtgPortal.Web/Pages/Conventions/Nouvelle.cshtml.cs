using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class NouvelleModel(IMediator mediator) : DossierPageModel<ConsulterOuverture.Dossier>(mediator)
{
    private readonly SaisieTitulaires _titulaires = new(mediator);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Cafs => [.. Dossier.Cafs.Select(c => new SelectListItem(c.Nom, c.Code))];

    public static IReadOnlyList<SelectListItem> Situations { get; } =
    [
        new("Elle est nouvelle : elle commence par son diagnostic", bool.FalseString),
        new("Elle est déjà signée : elle entre directement en suivi", bool.TrueString),
    ];

    protected override IRequest<ConsulterOuverture.Dossier?> DossierQuery => new ConsulterOuverture.Query();

    /// <summary>Territories that a field may mean, when what was typed names several.</summary>
    public IReadOnlyList<ListerTerritoires.Row> Choix(string champ) => _titulaires.Choix.GetValueOrDefault(champ) ?? [];

    public void OnGet() => Input.Caf = Dossier.Cafs[0].Code;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var convention = await Mediator.Send(
            new OuvrirConvention.Command(
                Input.Caf, await _titulaires.LireAsync(Input, cancellationToken), null, Input.Intitule, Input.Debut, Input.Fin, Input.Generation,
                Input.TousLesChamps(), Input.Remplace, Input.DejaSignee, Input.SigneeLe),
            cancellationToken);
        TempData["Annonce"] = Input.DejaSignee ? "La convention est reprise : son suivi peut commencer." : "La convention est ouverte : commencez par son diagnostic.";
        return RedirectToPage("/Conventions/Detail", new { id = convention.Value });
    }

    public sealed class InputModel : SaisieCadre
    {
        [Display(Name = "Caf")]
        public string Caf { get; set; } = "";

        [Display(Name = "Cette convention")]
        public bool DejaSignee { get; set; }

        [Display(Name = "Date de la dernière signature")]
        public DateOnly? SigneeLe { get; set; }

        [Display(Name = "Territoire qui porte la convention")]
        public string Titulaire { get; set; } = "";

        [Display(Name = "Deuxième territoire")]
        public string Titulaire2 { get; set; } = "";

        [Display(Name = "Troisième territoire")]
        public string Titulaire3 { get; set; } = "";

        [Display(Name = "Nom du syndicat")]
        public string Syndicat { get; set; } = "";

        [Display(Name = "SIREN du syndicat")]
        public string SyndicatSiren { get; set; } = "";

        internal (string Champ, string Texte)[] Titulaires() =>
            [(nameof(Titulaire), Titulaire), (nameof(Titulaire2), Titulaire2), (nameof(Titulaire3), Titulaire3)];
    }
}
