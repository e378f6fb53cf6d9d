using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>Asks partners what they think of the text, and shows what they answered.</summary>
public sealed class AvisModel(IMediator mediator) : DossierPageModel<ConsulterDemandesAvis.Dossier>(mediator)
{
    private const int LignesVides = 2;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterDemandesAvis.Dossier?> DossierQuery => new ConsulterDemandesAvis.Query(new ConventionId(Id));

    public void OnGet() => Input = Proposer();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var choisis = Input.Destinataires.Where(d => d.EstAutre ? d.Structure.Length + d.Courriel.Length > 0 : d.Choisi).Select(d => new DemanderAvis.Destinataire(d.Structure, d.Courriel)).ToList();
        var nombre = await Mediator.Send(new DemanderAvis.Command(new ConventionId(Id), choisis, Input.Echeance, Input.Mot), cancellationToken);
        TempData["Annonce"] = $"{Format.Pluriel(nombre, "demande d’avis part", "demandes d’avis partent")} par courriel.";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid avis, int revision, CancellationToken cancellationToken)
    {
        Input = Proposer();
        ModelState.Clear();
        await Mediator.Send(new RetirerAvis.Command(new ConventionId(Id), new AvisPartenaireId(avis), revision), cancellationToken);
        TempData["Annonce"] = "La demande est retirée.";
        return RedirectToPage(new { Id });
    }

    private InputModel Proposer() => new()
    {
        Echeance = Dossier.EcheanceProposee,
        Destinataires =
        [
            .. Dossier.Proposes.Select(p => new DestinataireInput { Structure = p.Structure, Courriel = p.Courriel ?? "" }),
            .. Enumerable.Range(0, LignesVides).Select(_ => new DestinataireInput { EstAutre = true }),
        ],
    };

    public sealed class InputModel
    {
        public IList<DestinataireInput> Destinataires { get; set; } = [];

        [Display(Name = "Échéance")]
        public DateOnly? Echeance { get; set; }

        [Display(Name = "Un mot pour les partenaires")]
        public string? Mot { get; set; }
    }

    public sealed class DestinataireInput
    {
        public bool Choisi { get; set; }

        /// <summary>A line to fill, chosen by being filled.</summary>
        public bool EstAutre { get; set; }

        [Display(Name = "Partenaire")]
        public string Structure { get; set; } = "";

        [Display(Name = "Adresse de courriel")]
        public string Courriel { get; set; } = "";
    }
}
