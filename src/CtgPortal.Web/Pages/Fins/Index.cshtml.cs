using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Fins;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Fins;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fins;

/// <summary>How a signed convention ends before its term.</summary>
[RequestSizeLimit(OctetsMax)]
[RequestFormLimits(MultipartBodyLengthLimit = OctetsMax)]
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterFin.Dossier>(mediator)
{
    public const long OctetsMax = Piece.TailleMax + (1024 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    public InputModel Input { get; private set; } = new();

    public RetraitInput Retrait { get; private set; } = new();

    public static IReadOnlyList<SelectListItem> Natures { get; } = [.. Choix.De<NatureFin>(Libelles.De)];

    public IReadOnlyList<SelectListItem> Parties => [.. Dossier.Parties.Select(p => new SelectListItem(p.Nom, p.Id.Value.ToString()))];

    protected override IRequest<ConsulterFin.Dossier?> DossierQuery => new ConsulterFin.Query(new ConventionId(Id));

    public static string AidePreavis { get; } =
        $"Relisez l’article de votre convention. Souvent {ReglesFin.PreavisUsuel(NatureFin.Denonciation)} mois pour une dénonciation, {ReglesFin.PreavisUsuel(NatureFin.CommunAccord)} d’un commun accord, "
        + $"{ReglesFin.PreavisUsuel(NatureFin.Manquement)} après une mise en demeure, {ReglesFin.PreavisUsuel(NatureFin.ChangementDeLoi)} par l’effet de la loi.";

    public void OnGet() => Input = (InputModel)SaisieActuelle();

    public async Task<IActionResult> OnPostEnregistrerAsync(InputModel input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        Input = input;
        var document = input.Document is { } recu ? new FichierSaisi(recu.FileName, await recu.LireAsync(cancellationToken)) : null;
        await Mediator.Send(
            new EnregistrerFin.Command(
                new ConventionId(Id), input.Revision, input.Nature, input.Partie is { } partie && input.Nature.EstDUnePartie() ? new PartieId(partie) : null, input.Motif, input.ActeLe,
                input.PreavisMois, document),
            cancellationToken);
        TempData["Annonce"] = "L’acte est enregistré. Les signataires et ceux qui suivent la convention sont prévenus.";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRetirerAsync(RetraitInput retrait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retrait);
        Retrait = retrait;
        await Mediator.Send(new RetirerFin.Command(new ConventionId(Id), new ActeDeFinId(retrait.Acte), retrait.Revision, retrait.Motif), cancellationToken);
        TempData["Annonce"] = "L’acte est retiré : la convention continue.";
        return RedirectToPage(new { Id });
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.EnTete.Revision };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Comment la convention prend fin")]
        public NatureFin Nature { get; set; }

        [Display(Name = "Partie qui agit")]
        public Guid? Partie { get; set; }

        [Display(Name = "Pourquoi")]
        public string Motif { get; set; } = "";

        [Display(Name = "Date de l’acte")]
        public DateOnly? ActeLe { get; set; }

        [Display(Name = "Préavis")]
        public int? PreavisMois { get; set; }

        [Display(Name = "Document")]
        public IFormFile? Document { get; set; }
    }

    public sealed class RetraitInput
    {
        public Guid Acte { get; set; }

        public int Revision { get; set; }

        [Display(Name = "Pourquoi le retirer")]
        public string Motif { get; set; } = "";
    }
}
