using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

/// <summary>A new convention: it begins with its diagnostic. One signed elsewhere is taken in by <see cref="Reprises.ReprendreConvention"/>.</summary>
public static class OuvrirConvention
{
    /// <param name="Communes">INSEE codes; null for all the communes of the holders.</param>
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Command(
        string Caf,
        IReadOnlyList<Titulaire> Titulaires,
        IReadOnlyList<string>? Communes,
        string Intitule,
        DateOnly? Debut,
        DateOnly? Fin,
        int? Generation,
        IReadOnlyList<string> Champs,
        string? Remplace) : IRequest<ConventionId>, IOuvertureSaisie;

    /// <param name="Code">Of the reference data for an EPCI or a commune; the SIREN, when known, for another body.</param>
    /// <param name="Nom">Only for a body outside the reference data, such as a SIVOM.</param>
    public sealed record Titulaire(TypeTerritoire Type, string Code, string? Nom = null)
    {
        public bool EstAuReferentiel => Type is TypeTerritoire.Epci or TypeTerritoire.Commune;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new OuvertureSaisieValidator());
    }

    internal sealed class Handler(ICtgDbContext db, IReferentiel referentiel, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, ConventionId>
    {
        public async Task<ConventionId> Handle(Command command, CancellationToken cancellationToken)
        {
            ReglesOuverture.Exiger(utilisateur.Habilitations, command.Caf);
            var ouverture = await referentiel.ResoudreAsync(command, cancellationToken);
            var now = clock.GetUtcNow();
            var convention = Convention.Ouvrir(ouverture, now);

            db.Conventions.Add(convention);
            db.Diagnostics.Add(Diagnostic.Commencer(convention.Id, now));
            db.Plans.Add(Plan.Commencer(convention.Id, now));
            await db.SaveChangesAsync(cancellationToken);
            return convention.Id;
        }
    }
}
