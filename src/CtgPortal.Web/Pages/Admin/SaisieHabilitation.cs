using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Web.Common;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using ValidationException = FluentValidation.ValidationException;

namespace CtgPortal.Web.Pages.Admin;

/// <summary>A role and where it is held, as a form asks for them: the whole portal when nothing else is given.</summary>
public class SaisieHabilitation
{
    [Display(Name = "Rôle")]
    public Role? Role { get; set; }

    [Display(Name = "Caf")]
    public string Caf { get; set; } = "";

    [Display(Name = "Territoire")]
    public string Territoire { get; set; } = "";

    /// <summary>Id of a convention, when the form is opened from one.</summary>
    public string Convention { get; set; } = "";

    public static IReadOnlyList<SelectListItem> Options(IEnumerable<Role> roles) =>
        [.. roles.Select(r => new SelectListItem(Libelles.De(r), r.ToString()))];

    public static async Task<IReadOnlyList<SelectListItem>> CafsAsync(IMediator mediator, CancellationToken cancellationToken) =>
        [.. (await mediator.Send(new ListerCafs.Query(), cancellationToken)).Select(c => new SelectListItem($"{c.DepartementCode} – {c.Nom}", c.Code))];

    /// <exception cref="ValidationException">At the field that is missing or unclear.</exception>
    public async Task<Habilitation> LireAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        if (Role is not { } role)
        {
            throw Refus(nameof(Role), "Choisissez un rôle.");
        }

        if (Convention.Length > 0)
        {
            return new(role, Portee.Convention, Convention);
        }

        if (Territoire.Length > 0 && Caf.Length > 0)
        {
            throw Refus(nameof(Territoire), "Choisissez une Caf ou un territoire, pas les deux.");
        }

        if (Territoire.Length > 0)
        {
            var saisi = await mediator.Send(new ConsulterTerritoireSaisi.Query(Territoire), cancellationToken);
            return new(role, Portee.Territoire, saisi.Trouve?.Code ?? throw Refus(nameof(Territoire), saisi.Choix.Count == 0
                ? "Aucun territoire ne porte ce nom."
                : $"Précisez le territoire, par exemple « {saisi.Choix[0].Nom} » ou son code {saisi.Choix[0].Code}."));
        }

        if (Caf.Length > 0)
        {
            return new(role, Portee.Caf, Caf);
        }

        return Habilitation.PorteesDe(role).Contains(Portee.Nationale)
            ? Habilitation.Nationale(role)
            : throw Refus(Habilitation.PorteesDe(role).Contains(Portee.Territoire) ? nameof(Territoire) : nameof(Caf), "Précisez où ce rôle s’exerce.");
    }

    private static ValidationException Refus(string champ, string message) => new([new ValidationFailure(champ, message)]);
}
