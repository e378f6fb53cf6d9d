using System.Globalization;
using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Plans;

public enum FormatAffiche
{
    A4,
    A3,
}

/// <summary>What the poster prints.</summary>
/// <param name="Format">« a4 » or « a3 », always wider than high.</param>
/// <param name="Filtre">True when some fiches are left out: the poster says so.</param>
public sealed record AfficheDuPlan(
    string Format, string Territoire, string Intitule, DateOnly? Debut, DateOnly? Fin, IReadOnlyList<string> Niveaux, IReadOnlyList<string> Champs,
    IReadOnlyList<AxeAffiche> Axes, bool Filtre, DateOnly DateProduction);

/// <param name="Couleur">« #00626e ».</param>
public sealed record AxeAffiche(
    string Numero, string Titre, string Couleur, string? Icone, IReadOnlyList<FicheAffiche> Fiches, IReadOnlyList<OrientationAffiche> Orientations);

public sealed record OrientationAffiche(string Numero, string Titre, IReadOnlyList<FicheAffiche> Fiches, IReadOnlyList<OrientationAffiche> Orientations);

public sealed record FicheAffiche(string Numero, string Titre);

/// <summary>Sets the poster of a plan.</summary>
public interface IAffichePdf
{
    /// <returns>One page.</returns>
    /// <exception cref="ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    Task<byte[]> ComposerAsync(AfficheDuPlan affiche, CancellationToken cancellationToken);
}

/// <summary>The whole plan on one sheet, to be shown to everybody: confidential fiches are never on it.</summary>
public static class ExporterAffichePlan
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatAffiche Format, FiltrePlan Filtre) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IAffichePdf pdf, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var retenu = query.Filtre.Appliquer(plan);
            var contenu = await pdf.ComposerAsync(
                new(
                    query.Format == FormatAffiche.A3 ? "a3" : "a4", string.Join(" · ", enTete.Titulaires), enTete.Intitule, enTete.Periode?.Debut, enTete.Periode?.Fin,
                    plan.Niveaux, enTete.Champs, [.. retenu.Axes.Select(Axe)], !query.Filtre.EstVide, clock.GetUtcNow().JourEnFrance()),
                cancellationToken);
            return new("affiche-du-plan.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }

        private static AxeAffiche Axe(AxeDuPlan axe) => new(
            axe.Rang.ToString(CultureInfo.InvariantCulture), axe.Intitule, Couleurs.Hex(axe.Couleur), axe.Icone, Fiches(axe.Fiches), [.. axe.Branches.Select(Orientation)]);

        private static OrientationAffiche Orientation(BrancheDuPlan branche) =>
            new(branche.Numero, branche.Intitule, Fiches(branche.Fiches), [.. branche.Branches.Select(Orientation)]);

        private static IReadOnlyList<FicheAffiche> Fiches(IReadOnlyList<FicheDuPlan> fiches) =>
            [.. fiches.Where(f => !f.Confidentielle).Select(f => new FicheAffiche(f.Numero, f.Intitule))];
    }
}
