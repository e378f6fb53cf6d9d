using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>The communes that a convention covers, among those it may cover.</summary>
public static class ConsulterPerimetre
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier>, IRequeteSurConvention;

    /// <param name="Choix">The communes of the holders and those already covered, by name.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Choix> Choix);

    public sealed record Choix(string Code, string Nom, int? Population, bool EstCouverte);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IReferentiel referentiel) : IRequestHandler<Query, Dossier>
    {
        public async Task<Dossier> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken)
                ?? throw new NotFoundException("Convention unknown.");
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var couvertes = convention.Perimetre.Select(c => c.Code).ToHashSet();
            var possibles = await referentiel.CommunesDesAsync(convention.Titulaires, cancellationToken);
            return new(
                enTete,
                [
                    .. convention.Perimetre.Concat(possibles.Where(c => !couvertes.Contains(c.Code)))
                        .OrderBy(c => c.Nom, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true))
                        .Select(c => new Choix(c.Code, c.Nom, c.Population, couvertes.Contains(c.Code))),
                ]);
        }
    }
}
