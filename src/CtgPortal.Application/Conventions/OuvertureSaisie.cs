using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>What a convention begins with, new or signed elsewhere; the same limits for both.</summary>
public interface IOuvertureSaisie : ICadreSaisi
{
    string Caf { get; }

    IReadOnlyList<OuvrirConvention.Titulaire> Titulaires { get; }

    /// <summary>INSEE codes; null for all the communes of the holders.</summary>
    IReadOnlyList<string>? Communes { get; }
}

internal sealed class OuvertureSaisieValidator : AbstractValidator<IOuvertureSaisie>
{
    public const int TitulairesMax = 20;

    public OuvertureSaisieValidator()
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
    }
}

/// <summary>From what a form gives to names and populations of the reference data.</summary>
internal static class ResolutionOuverture
{
    public static async Task<OuvertureConvention> ResoudreAsync(this IReferentiel referentiel, IOuvertureSaisie command, CancellationToken cancellationToken)
    {
        var caf = await referentiel.Cafs.SingleOrDefaultAsync(c => c.Code == command.Caf, cancellationToken)
            ?? throw TerritoiresDeConvention.Inconnu(nameof(command.Caf), "Cette Caf n’existe pas.");
        var (titulaires, departement) = await TitulairesAsync(referentiel, command.Titulaires, cancellationToken);
        var perimetre = command.Communes is { } codes
            ? await referentiel.CommunesAsync(codes, [], nameof(command.Communes), cancellationToken)
            : await referentiel.CommunesDesAsync(titulaires, cancellationToken);
        return new(
            new(caf.Code, caf.Nom), departement ?? caf.DepartementCode, titulaires, perimetre,
            new(command.Intitule, command.EnPeriode(), command.Generation, command.Champs, command.Remplace));
    }

    /// <returns>The holders in the order given, and the département of the first that the reference data know.</returns>
    private static async Task<(IReadOnlyList<TerritoireRef> Titulaires, string? Departement)> TitulairesAsync(
        IReferentiel referentiel, IReadOnlyList<OuvrirConvention.Titulaire> saisis, CancellationToken cancellationToken)
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
            : throw TerritoiresDeConvention.Inconnu(nameof(IOuvertureSaisie.Titulaires), "Un de ces territoires n’existe pas dans le référentiel."));
        return ([.. titulaires], saisis.Where(s => s.EstAuReferentiel).Select(s => connus.GetValueOrDefault((s.Type, s.Code))?.DepartementCode).FirstOrDefault());
    }
}
