using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Avenants;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>An avenant under way, invented and told as an example: Trois-Rivières goes on for a year while its successor is prepared.</summary>
internal sealed class AvenantsDeDemonstration(CtgDbContext db, AssembleurAvenant assembleur)
{
    private static readonly DateOnly Fin = new(2025, 12, 31);

    public async Task PreparerAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        var convention = dossier.Convention;
        var (signe, actuel) = await assembleur.ComparerAsync(convention.Id, cancellationToken);
        var contenu = new ContenuAvenant(
            [NatureAvenant.Prolonger], "prolonger la convention d’un an, le temps de préparer son renouvellement",
            "Exemple : l’évaluation de la convention et le nouveau diagnostic demandent une année de plus. Les parties souhaitent que les actions engagées se poursuivent sans interruption.",
            Fin, [], [], []);
        contenu = contenu with { Articles = RedactionAvenant.Proposer(contenu, convention.Periode, ChangementsDepuisSignature.Entre(signe!, actuel), planNouveau: false) };
        db.Avenants.Add(Avenant.Preparer(convention, [], etatSigne: signe is not null, contenu, dossier.Maintenant));
        await db.SaveChangesAsync(cancellationToken);
    }
}
