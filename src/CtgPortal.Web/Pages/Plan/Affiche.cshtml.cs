using CtgPortal.Application.Graphiques;
using CtgPortal.Application.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The whole plan on one page, as territories draw it by hand, readable by everyone, and to be printed on one sheet.</summary>
public sealed class AfficheModel(IMediator mediator, Icones icones) : PageDeVue(mediator)
{
    public override string Vue => "affiche";

    public override IEnumerable<(string Libelle, string Icone, string Adresse)> Telechargements => Dossier.Retenu.Axes.Count == 0
        ? []
        : [("Affiche A4", "file-earmark-pdf", Affiche("A4")), ("Affiche A3", "file-earmark-pdf", Affiche("A3"))];

    public Graphique Roue => new RouePlan(Dossier.Retenu, a => icones.Dessin(MotsDuPlan.Icone(a))).Dessiner(
        string.Join(" · ", Dossier.EnTete.Titulaires), Dossier.EnTete.Periode is { } p ? $"{p.Debut.Year} – {p.Fin.Year}" : null);

    /// <summary>The cards on each side of the wheel.</summary>
    public IReadOnlyList<AxeDuPlan> Cote(bool gauche)
    {
        var coupure = RouePlan.CoupureGauche(Dossier.Retenu);
        return [.. gauche ? Dossier.Retenu.Axes.Take(coupure) : Dossier.Retenu.Axes.Skip(coupure)];
    }

    public void OnGet()
    {
    }

    private string Affiche(string format) =>
        QueryHelpers.AddQueryString($"{Adresse}/affiche.pdf", Filtres.Append(KeyValuePair.Create("format", (string?)format)));
}
