using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>Who is invited, what they answer, and the message that asks them.</summary>
public sealed class InvitationsModel(IMediator mediator) : AssistancePageModel(mediator)
{
    [BindProperty]
    public ListeInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Liste à coller")]
    public string? Coller { get; set; }

    [BindProperty]
    [Display(Name = "Un mot de votre part")]
    public string? Mot { get; set; }

    /// <summary>One has just been added: the next one is typed in the same place.</summary>
    public bool Enchaine { get; private set; }

    public void OnGet(bool enchaine) => Enchaine = enchaine;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new InscrirePersonnes.Command(Convention, AtelierId, Input.VersSaisies(), Presentes: false), cancellationToken);
        TempData["Annonce"] = "L’invité est ajouté. Rien ne lui est encore envoyé.";
        return RedirectToPage(new { Id, Atelier, enchaine = true });
    }

    public async Task<IActionResult> OnPostCollerAsync(CancellationToken cancellationToken)
    {
        var lignes = Choix.Lignes(Coller);
        await Mediator.Send(
            new InscrirePersonnes.Command(Convention, AtelierId, [.. lignes.Select(PersonneInput.DeLaLigne)], Presentes: false), cancellationToken);
        return Encore($"{Format.Pluriel(lignes.Count, "invité est ajouté", "invités sont ajoutés")}. Rien ne leur est encore envoyé.");
    }

    public async Task<IActionResult> OnPostEnvoyerAsync(CancellationToken cancellationToken)
    {
        var nombre = await Mediator.Send(new EnvoyerInvitations.Command(Convention, AtelierId, Mot), cancellationToken);
        return Encore($"{Format.Pluriel(nombre, "courriel part", "courriels partent")} dans quelques instants.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid personne, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerPersonne.Command(Convention, AtelierId, new PersonneAtelierId(personne)), cancellationToken);
        return Encore("La personne est effacée de la liste, avec ses messages.");
    }
}
