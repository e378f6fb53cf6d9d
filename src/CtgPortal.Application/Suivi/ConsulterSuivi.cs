using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Suivi;

/// <summary>The progress of a plan, as a whole and by axe; who is silent; what was said last.</summary>
public static class ConsulterSuivi
{
    private const int NotesMontrees = 10;

    /// <param name="Etat">Only the fiches in this state.</param>
    /// <param name="Axe">Only the fiches of this axe.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, Avancement? Etat = null, AxeId? Axe = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Fiches">After the filters, in the order of the plan.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        ArbrePlan Plan,
        IReadOnlyList<Comptage> Ensemble,
        IReadOnlyList<AvancementAxe> ParAxe,
        IReadOnlyList<FicheSuivie> Fiches,
        IReadOnlyList<Alerte> Alertes,
        IReadOnlyList<NoteRecente> Notes);

    public sealed record Comptage(Avancement Avancement, int Fiches);

    public sealed record AvancementAxe(AxeDuPlan Axe, IReadOnlyList<Comptage> Comptages);

    public sealed record FicheSuivie(AxeDuPlan Axe, FicheDuPlan Fiche, bool Silencieuse);

    public enum TypeAlerte
    {
        Bloquee,
        EcheanceDepassee,
        Silencieuse,
        SansPilote,
    }

    public sealed record Alerte(TypeAlerte Type, FicheDuPlan Fiche);

    public sealed record NoteRecente(FicheDuPlan Fiche, TypeNote Type, DateOnly Le, string Texte, string Auteur);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var signeeLe = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => c.SigneeLe).SingleAsync(cancellationToken);
            var notes = await db.Suivis.Where(s => s.ConventionId == query.Convention)
                .SelectMany(s => s.Notes, (s, n) => new { s.FicheActionId, n.Id, n.Type, n.Le, n.Texte, n.Auteur })
                .OrderByDescending(n => n.Le).ThenByDescending(n => n.Id)
                .Take(NotesMontrees)
                .ToListAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var fiches = plan.Axes.SelectMany(a => a.Toutes.Select(f => new FicheSuivie(
                a, f, SuiviFiche.EstSilencieux(f.Avancement, f.AJourLe, signeeLe, now)))).ToList();
            var parId = plan.Fiches.ToDictionary(f => f.Id);
            return new(
                enTete, plan, Compter(plan.Fiches), [.. plan.Axes.Select(a => new AvancementAxe(a, Compter(a.Toutes)))],
                [.. fiches.Where(f => (query.Etat is null || f.Fiche.Avancement == query.Etat) && (query.Axe is null || f.Axe.Id == query.Axe))],
                [.. fiches.SelectMany(f => Alertes(f, now.JourEnFrance())).OrderBy(a => a.Type)],
                [.. notes.Select(n => new NoteRecente(parId[n.FicheActionId], n.Type, n.Le, n.Texte, n.Auteur))]);
        }

        /// <summary>Every state, those without a fiche too, so that pictures keep their order.</summary>
        private static IReadOnlyList<Comptage> Compter(IEnumerable<FicheDuPlan> fiches)
        {
            var nombres = fiches.CountBy(f => f.Avancement).ToDictionary();
            return [.. Enum.GetValues<Avancement>().Select(a => new Comptage(a, nombres.GetValueOrDefault(a)))];
        }

        private static IEnumerable<Alerte> Alertes(FicheSuivie suivie, DateOnly aujourdhui)
        {
            var (fiche, finie) = (suivie.Fiche, SuiviFiche.EstFini(suivie.Fiche.Avancement));
            (TypeAlerte Type, bool Vraie)[] alertes =
            [
                (TypeAlerte.Bloquee, fiche.Avancement == Avancement.Bloquee),
                (TypeAlerte.EcheanceDepassee, !finie && fiche.Fin < aujourdhui),
                (TypeAlerte.Silencieuse, suivie.Silencieuse),
                (TypeAlerte.SansPilote, !finie && fiche.Pilote is null),
            ];
            return alertes.Where(a => a.Vraie).Select(a => new Alerte(a.Type, fiche));
        }
    }
}
