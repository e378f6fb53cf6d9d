using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Web.Common;
using CtgPortal.Web.Common.TagHelpers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>What the partners share: figures and findings, field by field.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterDiagnostic.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Adresse => $"/conventions/{Id}/diagnostic";

    protected override IRequest<ConsulterDiagnostic.Dossier?> DossierQuery => new ConsulterDiagnostic.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    /// <summary>The latest year known for several territories, side by side.</summary>
    internal static (int Annee, IReadOnlyList<Barre> Barres) Comparaison(IReadOnlyList<ConsulterDiagnostic.LigneValeur> valeurs)
    {
        var annee = valeurs.Where(v => v.Valeur is not null).GroupBy(v => v.Annee).Where(g => g.Count() > 1).Select(g => g.Key).DefaultIfEmpty().Max();
        return (annee, [.. valeurs.Where(v => v.Annee == annee && v.Valeur is not null).Select(v => new Barre(v.Geographie, v.Valeur!.Value, EstDuTerritoire(v.Type)))]);
    }

    /// <summary>The first territory known for several years, oldest first.</summary>
    internal static (string Geographie, IReadOnlyList<(int Annee, decimal Valeur)> Points) Evolution(IReadOnlyList<ConsulterDiagnostic.LigneValeur> valeurs)
    {
        var serie = valeurs.Where(v => v.Valeur is not null).GroupBy(v => v.Geographie).FirstOrDefault(g => g.Count() > 1);
        return serie is null ? ("", []) : (serie.Key, [.. serie.OrderBy(v => v.Annee).Select(v => (v.Annee, v.Valeur!.Value))]);
    }

    private static bool EstDuTerritoire(TypeTerritoire type) =>
        type is not (TypeTerritoire.Departement or TypeTerritoire.Region or TypeTerritoire.France);
}
