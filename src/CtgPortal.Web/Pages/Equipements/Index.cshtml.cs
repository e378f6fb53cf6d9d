using CtgPortal.Application.Equipements;
using CtgPortal.Application.Graphiques;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Equipements;

/// <summary>Annexe 2: what the collectivités support, with filters kept in the address.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerEquipements.Dossier>(mediator)
{
    // beyond it a picture of communes is a wall; the table has them all
    private const int BarresMax = 15;

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public TypeEquipement? Type { get; set; }

    [FromQuery]
    public string? Commune { get; set; }

    [FromQuery]
    public string? Bonus { get; set; }

    public bool EstFiltree => !string.IsNullOrWhiteSpace(Q) || Type is not null || !string.IsNullOrEmpty(Commune) || !string.IsNullOrEmpty(Bonus);

    protected override IRequest<ListerEquipements.Dossier?> DossierQuery => new ListerEquipements.Query(new ConventionId(Id), Q, Type, Commune, Bonus);

    public void OnGet()
    {
        // everything is in the dossier
    }

    public static Graphique Dessin(string titre, IReadOnlyList<ListerEquipements.Total> totaux)
    {
        ArgumentNullException.ThrowIfNull(totaux);
        var montres = totaux.Take(BarresMax).ToList();
        return Graphique.Barres(
            titre,
            $"{titre}. {string.Join(" ; ", montres.Select(t => $"{t.Nom} : {Texte(t)}"))}{(totaux.Count > BarresMax ? $" ; et {totaux.Count - BarresMax} autres, dans le tableau" : "")}.",
            [.. montres.Select(t => new Barre(t.Nom, t.Nombre, Texte(t), true))]);
    }

    private static string Texte(ListerEquipements.Total total) =>
        total.Places > 0 ? $"{Format.Nombre(total.Nombre)} ({Format.Nombre(total.Places)} places)" : Format.Nombre(total.Nombre);
}
