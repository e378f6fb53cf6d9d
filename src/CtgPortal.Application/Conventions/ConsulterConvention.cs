using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>The whole of a convention itself, for its overview and the pages that edit its blocks.</summary>
public static class ConsulterConvention
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier>, IRequeteSurConvention;

    /// <param name="Suites">Every stage that may follow, each with what stands in the way.</param>
    /// <param name="CejEnAlerte">Former contracts that end soon while nobody has signed this convention.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        CadreConvention Cadre,
        string CafCode,
        string CafNom,
        string Departement,
        DateOnly? SigneeLe,
        IReadOnlyList<TerritoireRef> Titulaires,
        IReadOnlyList<CommunePerimetre> Communes,
        IReadOnlyList<PartieLue> Parties,
        IReadOnlyList<Suite> Suites,
        IReadOnlyList<AncienCej> AnciensCej,
        IReadOnlyList<AncienCej> CejEnAlerte)
    {
        /// <summary>Of the communes whose population is known.</summary>
        public int Population => Communes.Sum(c => c.Population ?? 0);
    }

    public sealed record PartieLue(
        PartieId Id, TypePartie Type, string Nom, string? NomCourt, ReferenceActe? Deliberation, IReadOnlyList<SignataireLu> Signataires);

    public sealed record SignataireLu(SignataireId Id, IdentiteSignataire Identite);

    public sealed record Suite(StatutConvention Vers, SensEtape Sens, IReadOnlyList<Obstacle> Obstacles)
    {
        public bool EstPossible => Obstacles.All(o => !o.Bloquant);
    }

    internal static PartieLue Lire(Partie partie, ReferenceActe? deliberation) => new(
        partie.Id, partie.Type, partie.Nom, partie.NomCourt, deliberation,
        [.. partie.Signataires.Select(s => new SignataireLu(s.Id, s.Identite))]);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier>
    {
        private static readonly StringComparer OrdreDesNoms = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

        public async Task<Dossier> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken)
                ?? throw new NotFoundException("Convention unknown.");
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var deliberations = await db.LireDeliberationsAsync(query.Convention, cancellationToken);
            var etat = await db.LireReservesAsync(query.Convention, enTete.Etat, cancellationToken);
            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            return new(
                enTete,
                convention.Cadre,
                convention.CafCode,
                Cafs.Toutes.FirstOrDefault(c => c.Code == convention.CafCode)?.Nom ?? $"Caf {convention.CafCode}",
                convention.Departement,
                convention.SigneeLe,
                convention.Titulaires,
                [.. convention.Perimetre.OrderBy(c => c.Nom, OrdreDesNoms)],
                [.. convention.Parties.Select(p => Lire(p, deliberations.GetValueOrDefault(p.Id)?.Reference))],
                [
                    .. CycleDeVie.SuitesDe(convention.Statut).Select(vers => new Suite(
                        vers, CycleDeVie.SensDe(convention.Statut, vers), convention.ObstaclesPour(vers, etat, aujourdhui))),
                ],
                convention.AnciensCej,
                Convention.CejEnAlerte(convention.Statut, convention.AnciensCej, aujourdhui));
        }
    }
}
