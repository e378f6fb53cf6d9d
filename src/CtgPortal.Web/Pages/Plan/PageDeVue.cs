using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>What the views of the plan share: the filters of the address, kept from one view to the other.</summary>
public abstract class PageDeVue(IMediator mediator) : DossierPageModel<ConsulterVuesDuPlan.Dossier>(mediator)
{
    /// <summary>The views, in the order of their bar; the first one is the plan itself.</summary>
    public static readonly IReadOnlyList<(string Cle, string Libelle, string Icone)> Vues =
    [
        ("", "Arbre", "diagram-2"),
        ("tableau", "Tableau", "table"),
        ("calendrier", "Calendrier", "calendar-range"),
        ("avancement", "Avancement", "kanban"),
        ("schemas", "Schémas", "signpost-split"),
        ("affiche", "Affiche", "pie-chart"),
    ];

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Champ { get; set; }

    [FromQuery]
    public string? Pilote { get; set; }

    [FromQuery]
    public string? Structure { get; set; }

    [FromQuery]
    public string? Commune { get; set; }

    [FromQuery]
    public int? Annee { get; set; }

    [FromQuery]
    public Avancement? Etat { get; set; }

    /// <summary>A schéma or contract that the fiches take part in.</summary>
    [FromQuery]
    public string? Schema { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    /// <summary>Ticked one by one in the table.</summary>
    [FromQuery]
    public IReadOnlyList<Guid> Fiches { get; set; } = [];

    /// <summary>Key in <see cref="Vues"/>.</summary>
    public abstract string Vue { get; }

    public FiltrePlan Filtre => new(Plein(Champ), Plein(Pilote), Plein(Structure), Plein(Commune), Annee, Etat, Plein(Q), [.. Fiches], Plein(Schema));

    /// <summary>What this view keeps in the address beside the filters.</summary>
    public virtual IEnumerable<KeyValuePair<string, string?>> Reglages => [];

    /// <summary>The files of this view: words of the link, icon, address.</summary>
    public virtual IEnumerable<(string Libelle, string Icone, string Adresse)> Telechargements => [];

    /// <summary>The breadcrumb of a view.</summary>
    public Etape[] Fil(string ici) =>
        [new("Conventions", "/conventions"), new(Dossier.EnTete.Intitule, $"/conventions/{Id}"), new("Plan d’actions", Adresse), new(ici)];

    public string Adresse => $"/conventions/{Id}/plan";

    protected override IRequest<ConsulterVuesDuPlan.Dossier?> DossierQuery => new ConsulterVuesDuPlan.Query(new ConventionId(Id), Filtre);

    /// <summary>Another view of the same fiches. The tree says that it is asked for, when the plan opens on another view.</summary>
    public string AdresseDe(string vue) => QueryHelpers.AddQueryString(
        CheminDe(vue), vue.Length == 0 && !Filtres.Any() && Dossier.ParDefaut is not null ? [KeyValuePair.Create("vue", (string?)"arbre")] : Filtres);

    /// <summary>What a saved view keeps: filters and settings, as the address writes them.</summary>
    public string AGarder => QueryHelpers.AddQueryString("", Filtres.Concat(Reglages)).TrimStart('?');

    /// <summary>The present view of all fiches.</summary>
    public string SansFiltre => Vue.Length == 0 && Dossier.ParDefaut is not null ? $"{Adresse}?vue=arbre" : QueryHelpers.AddQueryString(CheminDe(Vue), Reglages);

    public string CheminDe(string vue) => vue.Length == 0 ? Adresse : $"{Adresse}/{vue}";

    /// <summary>As the address carries them; only those that are set.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Filtres =>
    [
        .. Simples.Where(p => p.Value is not null),
        .. Fiches.Select(f => KeyValuePair.Create("fiches", (string?)f.ToString())),
    ];

    private Dictionary<string, string?> Simples => new()
    {
        ["champ"] = Plein(Champ),
        ["pilote"] = Plein(Pilote),
        ["structure"] = Plein(Structure),
        ["commune"] = Plein(Commune),
        ["annee"] = Annee?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["etat"] = Etat?.ToString(),
        ["schema"] = Plein(Schema),
        ["q"] = Plein(Q),
    };

    private static string? Plein(string? valeur) => string.IsNullOrWhiteSpace(valeur) ? null : valeur.Trim();
}
