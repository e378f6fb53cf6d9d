using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>Before a circuit opens: what blocks, what must be accepted, who will be asked, and what becomes of signatures already given.</summary>
public static class ConsulterPreparation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Deja">Null when nobody had signed an earlier text.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<Designe> Designes, DejaSigne? Deja)
    {
        public bool PeutOuvrir => !Obstacles.Any(o => o.Bloquant);

        /// <summary>By kind, each to be accepted with a reason.</summary>
        public IEnumerable<IGrouping<string, Obstacle>> Reserves => Obstacles.Where(o => !o.Bloquant).GroupBy(o => o.Code);
    }

    /// <param name="Delegation">As printed.</param>
    public sealed record Designe(SignataireId Id, string Partie, string NomComplet, string Qualite, string? Delegation, string? Courriel);

    /// <param name="Noms">Those who had signed.</param>
    /// <param name="Phrases">What changed since, in a few sentences.</param>
    /// <param name="AResigner">Something that binds changed: everybody signs again; otherwise their signatures are kept.</param>
    public sealed record DejaSigne(int NumeroVersion, IReadOnlyList<string> Noms, IReadOnlyList<string> Phrases, bool AResigner);

    internal sealed class Handler(ICtgReadContext db, AssembleurDossier assembleur, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var etat = await db.LireEtatAsync(query.Convention, cancellationToken);
            return new(
                enTete,
                convention.ObstaclesPour(StatutConvention.EnSignature, etat, clock.GetUtcNow().JourEnFrance()),
                [
                    .. convention.Parties.OrderBy(p => p.Rang).SelectMany(p => p.Signataires.OrderBy(s => s.Rang).Select(s => new Designe(
                        s.Id, p.Nom, s.Identite.NomComplet, s.Identite.Qualite, s.Identite.Delegation?.Mention, s.Identite.Courriel))),
                ],
                await DejaAsync(query.Convention, cancellationToken));
        }

        private async Task<DejaSigne?> DejaAsync(ConventionId convention, CancellationToken cancellationToken)
        {
            var annulee = await db.Signatures.Where(s => s.ConventionId == convention && s.AvenantId == null).OrderByDescending(s => s.NumeroVersion).FirstOrDefaultAsync(cancellationToken);
            if (annulee is null || !annulee.Lignes.Any(l => l is { EstVivante: true, EstSignee: true }))
            {
                return null;
            }

            var texte = await assembleur.AssemblerAsync(convention, version: null, cancellationToken);
            var changements = (await db.DepuisLaVersionSigneeAsync(annulee, texte, cancellationToken))!;
            return new(
                annulee.NumeroVersion, [.. annulee.Lignes.Where(l => l is { EstVivante: true, EstSignee: true }).Select(l => l.NomComplet)],
                changements.Phrases, changements.EngageAutrement);
        }
    }
}
