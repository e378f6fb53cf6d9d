using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;

namespace CtgPortal.Application.Avenants;

/// <summary>What is no longer as it was signed: what only an avenant can change, and what lives freely.</summary>
/// <param name="Contractuels">An avenant must say them.</param>
/// <param name="Vivants">Contacts, calendar, progress: no avenant is needed.</param>
public sealed record ChangementsDepuisSignature(IReadOnlyList<DifferenceDossier> Contractuels, IReadOnlyList<DifferenceDossier> Vivants)
{
    public bool PlanChange => Contractuels.Any(d => d.Partie == PartieComparee.Plan);

    internal static ChangementsDepuisSignature Entre(DossierConvention signe, DossierConvention actuel)
    {
        List<DifferenceDossier> contractuels = [];
        List<DifferenceDossier> vivants = [];

        // the words of the text are closed once signed: what differs there only quotes the rest; who signs is told by the circuits
        foreach (var difference in ComparerDossiers.Entre(signe, actuel).Differences
            .Where(d => d.Partie != PartieComparee.Texte && d.Genre is not ("signataire" or "deliberation")))
        {
            var (engage, libre) = difference.Separer();
            contractuels.AddRange(engage is null ? [] : [engage]);
            vivants.AddRange(libre is null ? [] : [libre]);
        }

        return new(contractuels, vivants);
    }
}

/// <summary>Where each fiche stands against what was signed.</summary>
public enum EtatFicheSignee
{
    TelleQueSignee,
    ModifieeDepuis,
    AjouteeDepuis,
    RetireeDepuis,
}
