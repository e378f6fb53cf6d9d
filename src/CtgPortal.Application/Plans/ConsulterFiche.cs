using CtgPortal.Application.Acces;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Presences;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>One fiche with all its fields, its place in the plan, and what its follow-up says.</summary>
public static class ConsulterFiche
{
    public enum Intention
    {
        Lire,

        /// <summary>A form of a section: for those who may write on this fiche.</summary>
        Rediger,

        /// <summary>A form about the fiche in the plan: pilot, deletion.</summary>
        Gerer,
    }

    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche, Intention Pour = Intention.Lire)
        : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Origines">The constats and contributions it answers.</param>
    /// <param name="Branches">From the first orientation below the axe down to the one that holds the fiche.</param>
    /// <param name="Perimetre">The communes a fiche may name.</param>
    /// <param name="PeutRediger">By role or as its pilot, and by stage.</param>
    /// <param name="PeutGerer">By role and by stage: also what the pilot may not decide.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        FicheActionId Id,
        int Revision,
        string Numero,
        AxeDuPlan Axe,
        IReadOnlyList<MaillonLu> Origines,
        IReadOnlyList<BrancheDuPlan> Branches,
        ArbrePlan Plan,
        IdentiteFiche Identite,
        PourquoiFiche Pourquoi,
        QuoiFiche Quoi,
        PourQuiFiche PourQui,
        QuiFiche Qui,
        QuandFiche Quand,
        MoyensFiche Moyens,
        ResultatsFiche Resultats,
        IReadOnlyList<LigneOperation> Operations,
        IReadOnlyList<Financement> Financements,
        Budget<NatureDepense> Budget,
        IReadOnlyList<Indicateur> Indicateurs,
        SuiviResume Suivi,
        UtilisateurId? Pilote,
        IReadOnlyList<PilotePossible> PilotesPossibles,
        IReadOnlyList<CommunePerimetre> Perimetre,
        bool PeutRediger,
        bool PeutGerer,
        bool PeutSuivre,
        PiecesDuPorteur Pieces)
    {
        /// <summary>What it still lacks, section by section.</summary>
        public required IReadOnlyList<(SectionDeFiche Section, IReadOnlyList<string> Champs)> Manques { get; init; }

        public required Discussions Discussions { get; init; }

        /// <summary>The others who have it open.</summary>
        public required IReadOnlyList<Present> Presents { get; init; }

        /// <summary>Everything written on it, as one value.</summary>
        public required ContenuFiche Contenu { get; init; }

        public required string Caf { get; init; }

        /// <summary>The person writes the library of the Caf.</summary>
        public required bool PeutEnFaireUnModele { get; init; }

        /// <summary>The model of the Caf that it comes from; null for a fiche written here.</summary>
        public ModeleDeLaFiche? Modele { get; init; }

        public required IReadOnlyList<FicheLiee> Liens { get; init; }

        /// <summary>The fiche before in the plan, among those that the person sees; null for the first.</summary>
        public FicheDuPlan? Precedente => Plan.Fiches.TakeWhile(f => f.Id != Id).LastOrDefault();

        public FicheDuPlan? Suivante => Plan.Fiches.SkipWhile(f => f.Id != Id).ElementAtOrDefault(1);
    }

    /// <param name="Dernier">Latest reading; null when there was none.</param>
    public sealed record Indicateur(IndicateurFicheId Id, DescriptionIndicateur Description, Releve? Dernier);

    public sealed record SuiviResume(Avancement Avancement, string? Motif, DateTimeOffset? AJourLe, NoteSuivi? DerniereNote);

    /// <param name="Suivie">The version that the fiche follows.</param>
    /// <param name="Imposee">The Caf asks for it in every convention: it does not leave the plan without a reason.</param>
    public sealed record ModeleDeLaFiche(FicheModeleId Id, int Suivie, int Derniere, bool Imposee);

    internal sealed class Handler(
        ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, IPersonnesDeConvention personnes, LectureCommentaires commentaires,
        LecturePresences presences)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var ici = await db.DansAsync(query.Convention, cancellationToken);
            if (await ici.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await ici.FichesAction.SingleOrDefaultAsync(
                    f => f.Id == query.Fiche && f.ConventionId == query.Convention, cancellationToken) is not { } fiche
                || await ici.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var estPilote = fiche.PiloteUtilisateurId is not null && fiche.PiloteUtilisateurId == utilisateur.Id;
            var (redige, gere) = (DroitsPlan.PeutRediger(enTete.Roles, estPilote), DroitsPlan.PeutModifier(enTete.Roles));
            if ((query.Pour == Intention.Rediger && !redige) || (query.Pour == Intention.Gerer && !gere))
            {
                throw new AccesRefuseException("Votre rôle ne permet pas de modifier cette fiche.");
            }

            var autour = await LireAutourAsync(ici, query.Fiche, cancellationToken);
            var perimetre = await ici.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre)
                .OrderBy(p => p.Nom).ThenBy(p => p.Code).ToListAsync(cancellationToken);
            var gens = gere || fiche.PiloteUtilisateurId is not null || LectureCommentaires.PeutCommenter(enTete)
                ? await personnes.ListerAsync(query.Convention, cancellationToken)
                : [];
            var axe = plan.Axes.Single(a => a.Toutes.Any(f => f.Id == query.Fiche));
            var place = axe.Toutes.Single(f => f.Id == query.Fiche);
            var derniers = autour.Releves.OrderBy(r => r.Le).GroupBy(r => r.IndicateurFicheId).ToDictionary(g => g.Key, g => g.Last());
            var modifiable = CycleDeVie.PlanModifiable(enTete.Statut);
            return new(
                enTete, fiche.Id, fiche.Revision, place.Numero, axe,
                await ici.LireOriginesAsync(query.Convention, Maillon.De(query.Fiche), cancellationToken), Chemin(axe.Branches, query.Fiche), plan,
                fiche.Identite, fiche.Pourquoi, fiche.Quoi, fiche.PourQui, fiche.Qui, fiche.Quand, fiche.Moyens, fiche.Resultats,
                fiche.Contenu.Operations,
                fiche.Financements, Budget.De(fiche.Financements),
                [.. fiche.Indicateurs.Select(i => new Indicateur(i.Id, i.Decrit(), derniers.GetValueOrDefault(i.Id)))],
                new(place.Avancement, place.Motif, place.AJourLe, autour.DerniereNote),
                fiche.PiloteUtilisateurId,
                [.. gens.Where(p => p.PeutPiloter && (gere || p.Id == fiche.PiloteUtilisateurId)).Select(p => new PilotePossible(p.Id, p.Nom, p.Fonction, p.Courriel))],
                perimetre, redige && modifiable, gere && modifiable, DroitsPlan.PeutSuivre(enTete.Roles, enTete.Statut, estPilote),
                await ici.LirePiecesAsync(query.Convention, PorteurPieces.De(query.Fiche), redige && modifiable, cancellationToken))
            {
                Contenu = fiche.Contenu,
                Caf = enTete.CafCode,
                PeutEnFaireUnModele = ReglesOuverture.Cafs(utilisateur.Habilitations).Contains(enTete.CafCode),
                Manques = CompletudeFiche.Manques(fiche.Contenu),
                Discussions = await commentaires.LireAsync(enTete, c => c.FicheActionId == query.Fiche, fiche, gens, cancellationToken),
                Presents = await presences.LireAsync(query.Convention, CiblePresence.Sur(query.Fiche), cancellationToken),
                Modele = autour.Modele,
                Liens = await ici.LireLiensAsync(query.Fiche, plan, cancellationToken),
            };
        }

        /// <summary>What others said of it lately and where it comes from: one short list, hence one SQL command.</summary>
        private static Task<Autour> LireAutourAsync(ICtgReadContext ici, FicheActionId fiche, CancellationToken cancellationToken) =>
            ici.EnUneCommande(ici.Suivis.Where(s => s.FicheActionId == fiche).Select(s => new Autour(
                s.Notes.OrderByDescending(n => n.Le).ThenByDescending(n => n.Id).FirstOrDefault(),
                s.Releves.ToList(),
                ici.ReprisesModele.Where(r => r.FicheActionId == fiche)
                    .SelectMany(r => ici.FichesModele.Where(m => m.Id == r.ModeleId).Select(m => new ModeleDeLaFiche(
                        m.Id, r.Version, m.Versions.Max(v => v.Numero), m.ImposeeDepuis != null && !m.Archivee)))
                    .SingleOrDefault()))).SingleAsync(cancellationToken);

        private sealed record Autour(NoteSuivi? DerniereNote, IReadOnlyList<Releve> Releves, ModeleDeLaFiche? Modele);

        private static IReadOnlyList<BrancheDuPlan> Chemin(IReadOnlyList<BrancheDuPlan> branches, FicheActionId fiche) =>
            branches.FirstOrDefault(b => b.Toutes.Any(f => f.Id == fiche)) is { } branche ? [branche, .. Chemin(branche.Branches, fiche)] : [];
    }
}
