using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Web.Pages.Suivi;
using MediatR;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The fiches in columns, by progress.</summary>
public sealed class AvancementModel(IMediator mediator) : PageDeVue(mediator)
{
    private static readonly Avancement[] Toujours = [Domain.Suivi.Avancement.AVenir, Domain.Suivi.Avancement.EnCours, Domain.Suivi.Avancement.Realisee];

    private static readonly Avancement[] Ordre =
    [
        Domain.Suivi.Avancement.AVenir, Domain.Suivi.Avancement.EnCours, Domain.Suivi.Avancement.EnContinu, Domain.Suivi.Avancement.Realisee,
        Domain.Suivi.Avancement.EnPause, Domain.Suivi.Avancement.Bloquee, Domain.Suivi.Avancement.Abandonnee,
    ];

    public override string Vue => "avancement";

    /// <summary>A column that holds nothing is shown when it is one that every plan goes through.</summary>
    public IReadOnlyList<(Avancement Avancement, IReadOnlyList<LignePlan> Lignes)> Colonnes =>
    [
        .. Ordre.Select(a => (a, Lignes: (IReadOnlyList<LignePlan>)[.. Dossier.Retenu.Lignes.Where(l => l.Fiche.Avancement == a)]))
            .Where(c => c.Lignes.Count > 0 || Toujours.Contains(c.a)),
    ];

    public IReadOnlyList<Avancement> Vides => [.. VueSuivi.Ordre.Select(o => o.Avancement).Except(Colonnes.Select(c => c.Avancement))];

    /// <summary>A card leads to the follow-up once it has begun.</summary>
    public string Lien(FicheDuPlan fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return $"/conventions/{Id}/fiches/{fiche.Id.Value}{(Dossier.EnTete.Statut == StatutConvention.EnSuivi ? "/suivi" : "")}";
    }

    public void OnGet()
    {
    }
}
