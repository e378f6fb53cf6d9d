using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Reprises;
using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Reprises;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>What changed since the signature, the avenants of a convention, and whether one can be prepared.</summary>
public static class ConsulterAvenants
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="EtatSigne">Null when nothing signed is known here.</param>
    /// <param name="Changements">Null with it.</param>
    /// <param name="Obstacles">To preparing an avenant.</param>
    /// <param name="Fiches">Each one against what was signed; empty with it.</param>
    /// <param name="Communes">That an avenant may add.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, EtatSigneLu? EtatSigne, ChangementsDepuisSignature? Changements, IReadOnlyList<AvenantLu> Avenants,
        IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<FicheSignee> Fiches, IReadOnlyList<CommunePerimetre> Communes)
    {
        /// <summary>Signed elsewhere, before the convention was taken in.</summary>
        public IReadOnlyList<AncienAvenant> Anciens { get; init; } = [];

        public AvenantLu? EnCours => Avenants.FirstOrDefault(a => a.Statut is StatutAvenant.EnRedaction or StatutAvenant.EnSignature);
    }

    /// <param name="Signees">Rows signed of its circuit.</param>
    /// <param name="Version">Number of its frozen text; null before.</param>
    public sealed record AvenantLu(AvenantId Id, int Numero, StatutAvenant Statut, string Objet, DateTimeOffset PrepareLe, DateOnly? SigneLe, string? MotifAbandon, int Signees, int Attendues, int? Version);

    /// <param name="Id">Null once it was taken away.</param>
    public sealed record FicheSignee(Guid? Id, string Numero, string Titre, EtatFicheSignee Etat);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, AssembleurAvenant assembleur, IReferentiel referentiel) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var avenants = await db.Avenants.Where(a => a.ConventionId == query.Convention).OrderByDescending(a => a.PrepareLe).ToListAsync(cancellationToken);
            var circuits = await db.Signatures.Where(s => s.ConventionId == query.Convention && s.AvenantId != null && s.Statut != StatutSignature.Annulee)
                .Select(s => new
                {
                    s.AvenantId,
                    s.NumeroVersion,
                    Attendues = s.Lignes.Count(l => l.Role == RoleLigne.Signataire && l.RemplaceeLe == null && l.RetireeLe == null),
                    Signees = s.Lignes.Count(l => l.Role == RoleLigne.Signataire && l.SigneeLe != null && l.RemplaceeLe == null && l.RetireeLe == null),
                })
                .ToDictionaryAsync(s => s.AvenantId!.Value, cancellationToken);
            var etat = await db.LireEtatSigneAsync(query.Convention, cancellationToken);
            var (signe, actuel) = await assembleur.ComparerAsync(query.Convention, cancellationToken);
            var changements = signe is null ? null : ChangementsDepuisSignature.Entre(signe, actuel);
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var couvertes = convention.Perimetre.Select(c => c.Code).ToHashSet();
            return new(
                enTete, etat, changements,
                [
                    .. avenants.Select(a => new AvenantLu(
                        a.Id, a.Numero, a.Statut, a.Contenu.Objet, a.PrepareLe, a.SigneLe, a.MotifAbandon,
                        circuits.TryGetValue(a.Id, out var c) ? c.Signees : 0, circuits.TryGetValue(a.Id, out c) ? c.Attendues : 0, circuits.TryGetValue(a.Id, out c) ? c.NumeroVersion : null)),
                ],
                Avenant.ObstaclesAPreparer(enTete.Statut, [.. avenants.Select(a => new AvenantExistant(a.Id, a.Numero, a.Statut))], etat is not null),
                signe is null ? [] : Fiches(signe, actuel, changements!),
                [.. (await referentiel.CommunesDesAsync(convention.Titulaires, cancellationToken)).Where(c => !couvertes.Contains(c.Code)).OrderBy(c => c.Nom, Alphabet.Francais)])
            {
                Anciens = convention.SigneeHorsPortail && await db.LireOriginalAsync(convention.Id, cancellationToken) is { } original ? original.Avenants : [],
            };
        }

        private static IReadOnlyList<FicheSignee> Fiches(DossierConvention signe, DossierConvention actuel, ChangementsDepuisSignature changements)
        {
            var avant = signe.Axes.SelectMany(a => a.Toutes).ToList();
            var apres = actuel.Axes.SelectMany(a => a.Toutes).ToList();
            var changees = changements.Contractuels.Where(d => d.Genre == "fiche").ToDictionary(d => d.Sujet, d => d.Nature);
            string Sujet(DossierConvention d, FicheDossier f) => $"{(d.Niveaux.Count > 0 ? d.Niveaux[^1] : "Fiche action")} {f.Numero} – {f.Titre}";
            return
            [
                .. apres.Select(f => new FicheSignee(Guid.TryParse(f.Id, out var id) ? id : null, f.Numero, f.Titre, changees.TryGetValue(Sujet(actuel, f), out var nature)
                    ? nature == NatureDifference.Ajout ? EtatFicheSignee.AjouteeDepuis : EtatFicheSignee.ModifieeDepuis
                    : EtatFicheSignee.TelleQueSignee)),
                .. avant.Where(f => changees.TryGetValue(Sujet(signe, f), out var nature) && nature == NatureDifference.Retrait)
                    .Select(f => new FicheSignee(null, f.Numero, f.Titre, EtatFicheSignee.RetireeDepuis)),
            ];
        }
    }
}

/// <summary>One avenant: what it says, what still blocks its signature, what the person may do.</summary>
public static class ConsulterAvenant
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AvenantId Avenant) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Obstacles">To its signature, while it is written.</param>
    /// <param name="Communes">That it may add, those it adds among them.</param>
    /// <param name="Version">Number of its frozen text; null before.</param>
    /// <param name="Scellement">Null before the last signature.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, AvenantId Id, int Revision, int Numero, StatutAvenant Statut, ContenuAvenant Contenu, DateOnly? SigneLe, string? MotifAbandon,
        IReadOnlyList<Obstacle> Obstacles, ChangementsDepuisSignature Changements, IReadOnlyList<CommunePerimetre> Communes, int? Version, int SignatairesDesignes, ScellementLu? Scellement);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, AssembleurAvenant assembleur, IReferentiel referentiel) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.Avenants.SingleOrDefaultAsync(a => a.Id == query.Avenant && a.ConventionId == query.Convention, cancellationToken) is not { } avenant)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var (signe, actuel) = await assembleur.ComparerAsync(query.Convention, cancellationToken);
            var changements = signe is null ? new([], []) : ChangementsDepuisSignature.Entre(signe, actuel);
            var circuit = await db.Signatures.Where(s => s.ConventionId == query.Convention && s.AvenantId == query.Avenant && s.Statut != StatutSignature.Annulee)
                .Select(s => new { s.Id, s.NumeroVersion }).SingleOrDefaultAsync(cancellationToken);
            var couvertes = convention.Perimetre.Select(c => c.Code).ToHashSet();
            var possibles = (await referentiel.CommunesDesAsync(convention.Titulaires, cancellationToken)).Where(c => !couvertes.Contains(c.Code));
            return new(
                enTete, avenant.Id, avenant.Revision, avenant.Numero, avenant.Statut, avenant.Contenu, avenant.SigneLe, avenant.MotifAbandon,
                avenant.Statut == StatutAvenant.EnRedaction ? avenant.ObstaclesALaSignature(
                    convention, changements.PlanChange,
                    avenant.SansDeliberation(convention, await db.LireDeliberationsAsync(query.Convention, query.Avenant, cancellationToken))) : [],
                changements,
                [.. avenant.Contenu.Communes.Concat(possibles).DistinctBy(c => c.Code).OrderBy(c => c.Nom, Alphabet.Francais)],
                circuit?.NumeroVersion,
                convention.Parties.Sum(p => p.Signataires.Count) + avenant.Contenu.Parties.Sum(p => p.Signataires.Count),
                circuit is null ? null : await db.LireScellementAsync(circuit.Id, cancellationToken));
        }
    }
}
