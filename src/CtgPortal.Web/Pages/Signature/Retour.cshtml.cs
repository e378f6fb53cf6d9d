using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>Whose the signatures of a file are, proposed by the portal and said by the person who takes it back.</summary>
public sealed class RetourModel(IMediator mediator) : DossierPageModel<ConsulterRetour.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Fichier { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<SelectListItem> Options => Dossier.Attendus.Select(l => new SelectListItem($"{l.NomComplet}, {l.Qualite} – {l.Partie}", l.Id.Value.ToString()));

    protected override IRequest<ConsulterRetour.Dossier?> DossierQuery => new ConsulterRetour.Query(new ConventionId(Id), new PieceId(Fichier));

    public IActionResult OnGet()
    {
        Input.Choix = [.. Dossier.Signatures.Select(s => new ChoixInput { Champ = s.Signature.Champ, Ligne = s.Proposee?.Id.Value })];
        return Dossier.Signatures.Count == 0 ? RedirectToPage("Parapheur", new { Id }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var derniere = await Mediator.Send(
            new ConfirmerRetour.Command(
                new ConventionId(Id), new PieceId(Fichier),
                [.. Input.Choix.Where(c => c.Ligne is not null).Select(c => new ConfirmerRetour.Attribution(c.Champ, new LigneSignatureId(c.Ligne!.Value)))]),
            cancellationToken);
        TempData["Annonce"] = derniere
            ? $"C’était la dernière signature : {VueCircuit.Aboutissement(Dossier.Avenant)}."
            : "Les signatures du parapheur sont enregistrées.";
        return RedirectToPage("Index", new { Id });
    }

    public sealed class InputModel
    {
        public List<ChoixInput> Choix { get; set; } = [];
    }

    public sealed class ChoixInput
    {
        public string Champ { get; set; } = "";

        [Display(Name = "C’est la signature de")]
        public Guid? Ligne { get; set; }
    }
}
