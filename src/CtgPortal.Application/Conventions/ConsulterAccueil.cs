using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Conventions;

/// <summary>What waits for the person, most urgent first. A task is read from the facts each time: done, it is no longer there.</summary>
public static class ConsulterAccueil
{
    public const int TachesMax = 30;

    /// <summary>A fiche without news for this long is asked after.</summary>
    public const int MoisSansNouvelles = 6;

    // far above the largest Caf (some eighty conventions); what is beyond is not urgent
    private const int ConventionsMax = 300;

    private static readonly Role[] Preparent = [Role.Conseiller, Role.Direction, Role.Coordination];

    private static readonly StatutConvention[] EnPreparation = [EnDiagnostic, EnAteliers, EnRedaction];

    [AutoriseConnecte]
    public sealed record Query : IRequest<Result>;

    /// <param name="Total">Of all tasks; at most <see cref="TachesMax"/> are given.</param>
    /// <param name="ParEtape">How many conventions the person sees at each stage.</param>
    /// <param name="PeutOuvrir">Whether the person may open a convention.</param>
    public sealed record Result(IReadOnlyList<Tache> Taches, int Total, IReadOnlyDictionary<StatutConvention, int> ParEtape, bool PeutOuvrir);

    /// <summary>In the order of their urgency.</summary>
    public enum TypeTache
    {
        Signer,
        ConstaterLeTerme,
        PrendreLaSuiteDuCej,
        ClorUnAtelier,
        RepondreAuxCommentaires,
        OuvrirALaSignature,
        PasserALaRedaction,
        PasserAuxAteliers,
        ValiderLeDiagnostic,
        CompleterLeDossier,
        DonnerDesNouvelles,
        FixerLaPeriode,
        EcrireLeDiagnostic,
        PlanifierUnAtelier,
        EcrireLePlan,
        PreparerLeRenouvellement,
    }

    /// <param name="Objet">Title of the workshop, of the fiche or of the former CEJ, when the task is about one.</param>
    /// <param name="ObjetId">Its id.</param>
    /// <param name="Date">Term, day of the workshop, or last news; null when there is none.</param>
    /// <param name="Nombre">Of obstacles to lift, or of discussions that call the person.</param>
    public sealed record Tache(
        TypeTache Type, ConventionId Convention, string Intitule, string? Objet = null, Guid? ObjetId = null, DateOnly? Date = null, int Nombre = 0);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            List<Tache> taches =
            [
                .. await SignaturesAsync(cancellationToken),
                .. await EtapesAsync(aujourdhui, cancellationToken),
                .. await AteliersAsync(aujourdhui, cancellationToken),
                .. await FichesAsync(aujourdhui, cancellationToken),
                .. await CommentairesAsync(cancellationToken),
            ];
            var parEtape = await db.Conventions.GroupBy(c => c.Statut)
                .Select(g => new { Statut = g.Key, Nombre = g.Count() })
                .ToDictionaryAsync(g => g.Statut, g => g.Nombre, cancellationToken);
            return new(
                [.. taches.OrderBy(t => t.Type).ThenBy(t => t.Date ?? DateOnly.MaxValue).ThenBy(t => t.Intitule, StringComparer.Ordinal).Take(TachesMax)],
                taches.Count,
                parEtape,
                ReglesOuverture.Cafs(utilisateur.Habilitations).Count > 0);
        }

        private async Task<IEnumerable<Tache>> SignaturesAsync(CancellationToken cancellationToken) =>
            await db.Signatures
                .Where(s => s.Statut == StatutSignature.Ouverte && s.Lignes.Any(l =>
                    l.Courriel == utilisateur.Courriel && l.AppeleeLe != null && l.Role != RoleLigne.Observateur
                    && l.SigneeLe == null && l.ScanId == null && l.RefuseeLe == null && l.RemplaceeLe == null && l.RetireeLe == null))
                .Join(db.Conventions, s => s.ConventionId, c => c.Id, (s, c) => new { c.Id, c.Intitule })
                .OrderBy(c => c.Intitule).ThenBy(c => c.Id)
                .Take(TachesMax)
                .Select(c => new Tache(TypeTache.Signer, c.Id, c.Intitule, null, null, null, 0))
                .ToListAsync(cancellationToken);

        /// <summary>One task per convention that the person prepares: what its stage waits for.</summary>
        private async Task<IEnumerable<Tache>> EtapesAsync(DateOnly aujourdhui, CancellationToken cancellationToken)
        {
            var conventions = await db.ConventionsOu(Preparent)
                .Where(c => EnPreparation.Contains(c.Statut) || c.Statut == EnSignature || c.Statut == EnSuivi)
                .OrderBy(c => c.Periode!.Fin).ThenBy(c => c.Id)
                .Take(ConventionsMax)
                .Select(c => new
                {
                    c.Id,
                    c.Intitule,
                    c.Statut,
                    c.AnciensCej,
                    Debut = (DateOnly?)c.Periode!.Debut,
                    Fin = (DateOnly?)c.Periode!.Fin,
                    Parties = c.Parties.Select(p => new FaitsPartie(
                        p.Nom, p.Signataires.Any(),
                        p.Signataires.Where(s => s.Identite.Delegation != null).Select(s => new FaitsDelegation(s.Identite.Prenom + " " + s.Identite.Nom, s.Identite.Delegation!)).ToList())).ToList(),
                })
                .ToListAsync(cancellationToken);
            var comptes = await db.CompterAsync([.. conventions.Select(c => c.Id)], cancellationToken);
            return conventions.SelectMany(c =>
            {
                var periode = c.Debut is { } debut && c.Fin is { } fin ? new Periode(debut, fin) : null;
                var prochaine = ProchaineAction.Pour(new(c.Statut, periode, c.Parties), comptes[c.Id].Etat, comptes[c.Id].SignaturesAttendues, aujourdhui);
                IEnumerable<Tache> taches = TacheDe(prochaine) is { } type ? [new(type, c.Id, c.Intitule, Date: c.Fin, Nombre: prochaine.Nombre)] : [];
                taches = taches.Concat(Convention.CejEnAlerte(c.Statut, c.AnciensCej, aujourdhui)
                    .Select(cej => new Tache(TypeTache.PrendreLaSuiteDuCej, c.Id, c.Intitule, cej.Intitule, Date: cej.Fin)));
                return c.Statut == EnAteliers && periode is null ? taches.Append(new(TypeTache.FixerLaPeriode, c.Id, c.Intitule)) : taches;
            });
        }

        /// <summary>Workshops whose day has come and that nobody closed.</summary>
        private async Task<IEnumerable<Tache>> AteliersAsync(DateOnly aujourdhui, CancellationToken cancellationToken) =>
            (await db.Ateliers
                .Where(a => a.Statut == StatutAtelier.Prevu && a.Description.Date <= aujourdhui)
                .SelectMany(
                    a => db.ConventionsOu(Preparent).Where(c => EnPreparation.Contains(c.Statut) && a.Conventions.Any(x => x.ConventionId == c.Id)),
                    (a, c) => new { a.Id, a.Description.Intitule, a.Description.Date, Convention = c.Id, Titre = c.Intitule })
                .OrderBy(a => a.Date).ThenBy(a => a.Id)
                .Take(TachesMax)
                .ToListAsync(cancellationToken))
            .DistinctBy(a => a.Id)
            .Select(a => new Tache(TypeTache.ClorUnAtelier, a.Convention, a.Titre, a.Intitule, a.Id.Value, a.Date));

        /// <summary>Fiches that the person pilots, when nobody has told anything for long.</summary>
        private async Task<IEnumerable<Tache>> FichesAsync(DateOnly aujourdhui, CancellationToken cancellationToken)
        {
            var fiches = await db.FichesAction
                .Where(f => utilisateur.Id != null && f.PiloteUtilisateurId == utilisateur.Id)
                .Join(db.Conventions.Where(c => c.Statut == EnSuivi), f => f.ConventionId, c => c.Id, (f, c) => new
                {
                    f.Id,
                    f.Identite.Intitule,
                    Convention = c.Id,
                    Titre = c.Intitule,
                    c.SigneeLe,
                    Nouvelles = db.Suivis.Where(s => s.FicheActionId == f.Id).Select(s => s.AJourLe).FirstOrDefault(),
                })
                .OrderBy(f => f.Nouvelles).ThenBy(f => f.Id)
                .Take(TachesMax)
                .ToListAsync(cancellationToken);
            return fiches
                .Select(f => (Fiche: f, Depuis: f.Nouvelles?.JourEnFrance() ?? f.SigneeLe))
                .Where(x => x.Depuis is null || x.Depuis <= aujourdhui.AddMonths(-MoisSansNouvelles))
                .Select(x => new Tache(TypeTache.DonnerDesNouvelles, x.Fiche.Convention, x.Fiche.Titre, x.Fiche.Intitule, x.Fiche.Id.Value, x.Depuis));
        }

        /// <summary>Open discussions that call the person, until they answer or say that they have read.</summary>
        private async Task<IEnumerable<Tache>> CommentairesAsync(CancellationToken cancellationToken) =>
            (await db.Commentaires
                .Where(c => c.ResoluLe == null && c.Mentions.Any(m => m.UtilisateurId == utilisateur.Id && m.TraiteeLe == null))
                .Join(db.Conventions, c => c.ConventionId, c => c.Id, (_, c) => new { c.Id, c.Intitule })
                .GroupBy(c => c).Select(g => new { g.Key.Id, g.Key.Intitule, Nombre = g.Count() })
                .OrderBy(g => g.Intitule).ThenBy(g => g.Id).Take(TachesMax).ToListAsync(cancellationToken))
            .Select(g => new Tache(TypeTache.RepondreAuxCommentaires, g.Id, g.Intitule, Nombre: g.Nombre));

        // workshops to close have a task each; what signers and pilots owe is asked of them
        private static TypeTache? TacheDe(ProchaineAction prochaine) => prochaine.Action switch
        {
            ActionAttendue.EcrireLeDiagnostic => TypeTache.EcrireLeDiagnostic,
            ActionAttendue.ValiderLeDiagnostic => TypeTache.ValiderLeDiagnostic,
            ActionAttendue.PasserAuxAteliers => TypeTache.PasserAuxAteliers,
            ActionAttendue.PlanifierUnAtelier => TypeTache.PlanifierUnAtelier,
            ActionAttendue.PasserALaRedaction => TypeTache.PasserALaRedaction,
            ActionAttendue.CompleterLeDossier => TypeTache.CompleterLeDossier,
            ActionAttendue.OuvrirALaSignature => TypeTache.OuvrirALaSignature,
            ActionAttendue.EcrireLePlan => TypeTache.EcrireLePlan,
            ActionAttendue.PreparerLeRenouvellement => TypeTache.PreparerLeRenouvellement,
            ActionAttendue.ConstaterLeTerme => TypeTache.ConstaterLeTerme,
            _ => null,
        };
    }
}
