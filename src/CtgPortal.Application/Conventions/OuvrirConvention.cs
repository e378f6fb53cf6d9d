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
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>A new convention, or one signed before the portal existed.</summary>
public static class OuvrirConvention
{
    /// <param name="Communes">INSEE codes; null for all the communes of the holders.</param>
    /// <param name="DejaSignee">It then enters the follow-up directly.</param>
    /// <param name="SigneeLe">Of a convention already signed, when it is known.</param>
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
        string? Remplace,
        bool DejaSignee,
        DateOnly? SigneeLe) : IRequest<ConventionId>, ICadreSaisi;

    /// <param name="Code">Of the reference data for an EPCI or a commune; the SIREN, when known, for another body.</param>
    /// <param name="Nom">Only for a body outside the reference data, such as a SIVOM.</param>
    public sealed record Titulaire(TypeTerritoire Type, string Code, string? Nom = null)
    {
        public bool EstAuReferentiel => Type is TypeTerritoire.Epci or TypeTerritoire.Commune;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public const int TitulairesMax = 20;

        public Validator()
        {
            Include(new CadreSaisiValidator());
            RuleFor(c => c.Caf).NotEmpty().WithMessage("Choisissez la Caf.");
            RuleFor(c => c.Titulaires).NotEmpty().WithMessage("Choisissez le territoire qui porte la convention.")
                .Must(t => t.Count <= TitulairesMax).WithMessage($"Une convention a au plus {TitulairesMax} titulaires.")
                .Must(t => t.All(x => x.EstAuReferentiel || x.Type is TypeTerritoire.Syndicat or TypeTerritoire.Autre))
                .WithMessage("Un titulaire est un EPCI, une commune ou un syndicat.")
                .Must(t => t.All(x => x.EstAuReferentiel || (!string.IsNullOrWhiteSpace(x.Nom) && x.Nom.Trim().Length <= TerritoireRef.NomLongueurMax)))
                .WithMessage($"Nommez le syndicat, en {TerritoireRef.NomLongueurMax} caractères au plus.")
                .Must(t => t.All(x => x.EstAuReferentiel || x.Code.Length == 0 || (x.Code.Length == Epci.SirenLongueur && x.Code.All(char.IsAsciiDigit))))
                .WithMessage($"Un numéro SIREN compte {Epci.SirenLongueur} chiffres.");
            RuleFor(c => c.SigneeLe).Null().When(c => !c.DejaSignee)
                .WithMessage("Une convention nouvelle n’a pas encore de date de signature.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IReferentiel referentiel, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, ConventionId>
    {
        public async Task<ConventionId> Handle(Command command, CancellationToken cancellationToken)
        {
            ReglesOuverture.Exiger(utilisateur.Habilitations, command.Caf);
            var ouverture = await ResoudreAsync(command, cancellationToken);
            var now = clock.GetUtcNow();
            var convention = command.DejaSignee
                ? Convention.Reprendre(ouverture, command.SigneeLe, now)
                : Convention.Ouvrir(ouverture, now);

            db.Conventions.Add(convention);
            db.Diagnostics.Add(Diagnostic.Commencer(convention.Id, now));
            db.Plans.Add(Plan.Commencer(convention.Id, now));
            await db.SaveChangesAsync(cancellationToken);
            return convention.Id;
        }

        private async Task<OuvertureConvention> ResoudreAsync(Command command, CancellationToken cancellationToken)
        {
            var caf = await referentiel.Cafs.SingleOrDefaultAsync(c => c.Code == command.Caf, cancellationToken)
                ?? throw TerritoiresDeConvention.Inconnu(nameof(command.Caf), "Cette Caf n’existe pas.");
            var (titulaires, departement) = await TitulairesAsync(command.Titulaires, cancellationToken);
            var perimetre = command.Communes is { } codes
                ? await referentiel.CommunesAsync(codes, [], nameof(command.Communes), cancellationToken)
                : await referentiel.CommunesDesAsync(titulaires, cancellationToken);
            return new(
                new(caf.Code, caf.Nom), departement ?? caf.DepartementCode, titulaires, perimetre,
                new(command.Intitule, command.EnPeriode(), command.Generation, command.Champs, command.Remplace));
        }

        /// <returns>The holders in the order given, and the département of the first that the reference data know.</returns>
        private async Task<(IReadOnlyList<TerritoireRef> Titulaires, string? Departement)> TitulairesAsync(
            IReadOnlyList<Titulaire> saisis, CancellationToken cancellationToken)
        {
            List<string> sirens = [.. saisis.Where(t => t.Type == TypeTerritoire.Epci).Select(t => t.Code)];
            List<string> insee = [.. saisis.Where(t => t.Type == TypeTerritoire.Commune).Select(t => t.Code)];
            var connus = (await referentiel.Epci.Where(e => sirens.Contains(e.Siren))
                    .Select(e => new { Type = TypeTerritoire.Epci, Code = e.Siren, e.Nom, e.DepartementCode }).ToListAsync(cancellationToken))
                .Concat(await referentiel.Communes.Where(c => insee.Contains(c.Insee))
                    .Select(c => new { Type = TypeTerritoire.Commune, Code = c.Insee, c.Nom, c.DepartementCode }).ToListAsync(cancellationToken))
                .ToDictionary(t => (t.Type, t.Code));

            var titulaires = saisis.Select(s =>
                !s.EstAuReferentiel ? new TerritoireRef(s.Type, s.Code, s.Nom!)
                : connus.TryGetValue((s.Type, s.Code), out var connu) ? new TerritoireRef(s.Type, s.Code, connu.Nom)
                : throw TerritoiresDeConvention.Inconnu(nameof(Command.Titulaires), "Un de ces territoires n’existe pas dans le référentiel."));
            return ([.. titulaires], saisis.Where(s => s.EstAuReferentiel).Select(s => connus.GetValueOrDefault((s.Type, s.Code))?.DepartementCode).FirstOrDefault());
        }
    }
}
