using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>From the facts of a territory to what opens its convention: names, members and populations come from the reference data.</summary>
internal sealed class Ouvertures(IReferentiel referentiel)
{
    /// <exception cref="DemonstrationImpossibleException">The reference data do not know the territory.</exception>
    public async Task<OuvertureConvention> PreparerAsync(FaitsConvention faits, CancellationToken cancellationToken)
    {
        var titulaires = new List<TerritoireRef>();
        Lieu? premier = null;
        foreach (var titulaire in faits.Titulaires)
        {
            if (titulaire.Code is null)
            {
                titulaires.Add(new(titulaire.Type, "", titulaire.Nom!));
                continue;
            }

            var lieu = await LieuAsync(titulaire.Type, titulaire.Code, cancellationToken);
            premier ??= lieu;
            titulaires.Add(new(titulaire.Type, titulaire.Code, lieu.Nom));
        }

        var code = faits.Caf ?? premier?.CafCode ?? throw Inconnu(faits.Cle);
        var caf = await referentiel.Cafs.SingleOrDefaultAsync(c => c.Code == code, cancellationToken) ?? throw Inconnu(code);
        var perimetre = await referentiel.CommunesDesAsync(titulaires, cancellationToken);
        return new(
            new(caf.Code, caf.Nom), premier?.Departement ?? caf.DepartementCode, titulaires, perimetre,
            new(faits.Intitule, faits.Periode, faits.Generation, faits.Champs ?? [], faits.Remplace))
        {
            AutresParties = [.. faits.Parties ?? [], .. faits.CommunesParties ? perimetre.Select(c => new PartieConnue(TypePartie.Commune, c.Nom)) : []],
        };
    }

    private async Task<Lieu> LieuAsync(TypeTerritoire type, string code, CancellationToken cancellationToken) => (type == TypeTerritoire.Epci
        ? await referentiel.Epci.Where(e => e.Siren == code)
            .Select(e => new Lieu(e.Nom, e.DepartementCode, e.CafCode)).SingleOrDefaultAsync(cancellationToken)
        : await referentiel.Communes.Where(c => c.Insee == code)
            .Select(c => new Lieu(c.Nom, c.DepartementCode, c.CafCode)).SingleOrDefaultAsync(cancellationToken))
        ?? throw Inconnu(code);

    private static DemonstrationImpossibleException Inconnu(string code) => new(
        $"Le référentiel des territoires ne connaît pas « {code} », dont les données de démonstration ont besoin : chargez-le (--preparer) ou démarrez avec CtgPortal__Demonstration=false.");

    private sealed record Lieu(string Nom, string Departement, string? CafCode);
}
