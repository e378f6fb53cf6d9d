using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Miennes;

/// <summary>Everything that waits for the person over all their conventions, and what they have answered.</summary>
public static class ListerMesSignatures
{
    /// <summary>What was answered and is shown, the latest first.</summary>
    public const int ReponsesMax = 50;

    [AutoriseConnecte]
    public sealed record Query : IRequest<Resultat>;

    /// <param name="ASigner">Open to them now, the oldest first.</param>
    /// <param name="EnAttente">Others sign before, or the delay is past.</param>
    /// <param name="Scans">Signed on paper, that they may compare with the text.</param>
    /// <param name="Reponses">What they signed, refused, or what no longer waits for them.</param>
    /// <param name="ACles">They can confirm who they are with a passkey.</param>
    public sealed record Resultat(
        IReadOnlyList<Demande> ASigner, IReadOnlyList<Demande> EnAttente, IReadOnlyList<ScanAControler> Scans, IReadOnlyList<Demande> Reponses, bool ACles);

    /// <param name="Intitule">Of the convention, after the number of its avenant when that is what is signed.</param>
    /// <param name="Jour">Last day to sign, or the day of the answer.</param>
    /// <param name="LuLe">When they asked for this very text here; null when they have not.</param>
    public sealed record Demande(
        ConventionId Convention, string Intitule, LigneSignatureId Ligne, RoleLigne Role, string Partie, string Qualite, string? Delegation, int Version,
        string Empreinte, EtatLigne Etat, bool EstExpiree, ModeSignature? Mode, DateOnly? Jour, DateTimeOffset? AppeleeLe, DateTimeOffset? LuLe);

    public sealed record ScanAControler(ConventionId Convention, string Intitule, PieceId Scan, IReadOnlyList<string> Noms, string DeposePar, DateTimeOffset DeposeLe);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur, IClesAcces cles, TimeProvider clock) : IRequestHandler<Query, Resultat>
    {
        private static readonly Role[] Conduisent = [Role.Conseiller, Role.Direction, Role.Coordination];

        public async Task<Resultat> Handle(Query query, CancellationToken cancellationToken)
        {
            var courriel = utilisateur.Courriel ?? "";
            var conduites = db.ConventionsOu(Conduisent);
            var circuits = await db.Signatures
                .Where(s => s.Lignes.Any(l => l.Courriel == courriel)
                    || (s.Statut == StatutSignature.Ouverte && s.Lignes.Any(l => l.ScanId != null && l.SigneeLe == null) && conduites.Any(c => c.Id == s.ConventionId)))
                .ToListAsync(cancellationToken);
            ConventionId[] ids = [.. circuits.Select(s => s.ConventionId).Distinct()];
            var intitules = await db.Conventions.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Intitule }).ToDictionaryAsync(c => c.Id, c => c.Intitule, cancellationToken);
            var miennes = circuits.SelectMany(s => s.LignesDe(courriel).Where(l => l.Role != RoleLigne.Observateur).Select(l => (Circuit: s, Ligne: l))).ToList();
            var lus = await LusAsync(db, [.. miennes.Select(x => x.Ligne.Id)], cancellationToken);
            var conduits = (await conduites.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();

            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            var demandes = miennes.ConvertAll(x => Lire(x.Circuit, x.Ligne, Nommer(x.Circuit, intitules), lus, aujourdhui));
            var dues = demandes.Where(d => miennes.Exists(x => x.Ligne.Id == d.Ligne && x.Circuit.Statut == StatutSignature.Ouverte && x.Ligne.EstDue)).ToList();
            return new(
                [.. dues.Where(EstASigner).OrderBy(d => d.AppeleeLe)],
                [.. dues.Where(d => !EstASigner(d)).OrderBy(d => d.Intitule, StringComparer.CurrentCulture)],
                [
                    .. circuits.Where(s => s.Statut == StatutSignature.Ouverte && conduits.Contains(s.ConventionId))
                        .SelectMany(s => s.Lignes.Where(l => l.Etat == EtatLigne.AControler && l.Depot!.Par.Id != utilisateur.Id).GroupBy(l => l.ScanId!.Value)
                            .Select(g => new ScanAControler(
                                s.ConventionId, Nommer(s, intitules), g.Key, [.. g.Select(l => l.NomComplet)], g.First().Depot!.Par.Nom, g.First().Depot!.Le)))
                        .OrderBy(s => s.DeposeLe),
                ],
                [.. demandes.Except(dues).Where(d => d.AppeleeLe is not null).OrderByDescending(d => d.Jour).Take(ReponsesMax)],
                utilisateur.Id is { } id && await cles.EnAAsync(id, cancellationToken));
        }

        private static string Nommer(Signature s, Dictionary<ConventionId, string> intitules) =>
            s.AvenantNumero is { } numero ? $"Avenant n° {numero} – {intitules[s.ConventionId]}" : intitules[s.ConventionId];

        private static bool EstASigner(Demande d) => d is { EstExpiree: false, Etat: EtatLigne.Appelee or EtatLigne.Refusee };

        private static Demande Lire(Signature s, LigneSignature l, string intitule, Dictionary<Guid, DateTimeOffset> lus, DateOnly aujourdhui) => new(
            s.ConventionId, intitule, l.Id, l.Role, l.Partie, l.Qualite, l.Delegation?.Mention, s.NumeroVersion, s.Empreinte, l.Etat, s.EstExpiree(aujourdhui), l.Mode,
            l.SigneeLe ?? (l.EstDue && s.Statut == StatutSignature.Ouverte ? s.ExpireLe : (l.RemplaceeLe ?? l.RetireeLe ?? s.AnnuleeLe)?.JourEnFrance()),
            l.AppeleeLe, lus.TryGetValue(l.Id.Value, out var le) ? le : null);
    }

    /// <summary>When each of these lines asked for its text in order to sign it: a circuit has one text.</summary>
    internal static async Task<Dictionary<Guid, DateTimeOffset>> LusAsync(
        ICtgReadContext db, IReadOnlyCollection<LigneSignatureId> lignes, CancellationToken cancellationToken)
    {
        Guid?[] ids = [.. lignes.Select(l => (Guid?)l.Value)];
        return await db.Preuves.Where(e => e.Type == nameof(DocumentLu) && ids.Contains(e.Ligne))
            .GroupBy(e => e.Ligne!.Value).Select(g => new { g.Key, Le = g.Max(e => e.Le) }).ToDictionaryAsync(x => x.Key, x => x.Le, cancellationToken);
    }
}
