using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>A model as people type it: objectives, operations and indicators are one title a line.</summary>
/// <param name="Textes">By codes of <see cref="ChampsDeModele.Textes"/>.</param>
public sealed record SaisieModele(
    string Intitule, string? Champ, NatureAction? Nature, IReadOnlyDictionary<string, string?> Textes, IReadOnlyList<string> Objectifs,
    IReadOnlyList<string> Operations, IReadOnlyList<string> Indicateurs)
{
    public static SaisieModele De(ContenuFiche contenu) => new(
        contenu.Identite.Intitule, contenu.Identite.Champs.Count == 0 ? null : contenu.Identite.Champs[0], contenu.Quoi.Nature,
        ChampsDeModele.Textes.ToDictionary(c => c, c => (string?)ChampsFiche.De(c).Lire(contenu)),
        [.. contenu.Objectifs.Select(o => o.Description.Texte)], [.. contenu.Operations.Select(o => o.Description.Intitule)], [.. contenu.Indicateurs.Select(i => i.Description.Intitule)]);

    /// <param name="depart">What it says already: a line that keeps its title keeps what it holds.</param>
    public ContenuFiche Ecrire(ContenuFiche depart)
    {
        var contenu = ChampsDeModele.Textes.Aggregate(depart, (vers, champ) => ChampsFiche.De(champ).Ecrire(vers, Textes.GetValueOrDefault(champ))).AvecObjectifs([.. Titres(Objectifs)]);
        return contenu with
        {
            Identite = contenu.Identite with { Intitule = Intitule, Champs = string.IsNullOrWhiteSpace(Champ) ? [] : [Champ] },
            Quoi = contenu.Quoi with { Nature = Nature },
            Operations =
            [
                .. Titres(Operations).Select(t => depart.Operations.FirstOrDefault(o => o.Description.Intitule == t)
                    ?? new LigneOperation(OperationId.New(), new(t, null, null, null, null, null))),
            ],
            Indicateurs =
            [
                .. Titres(Indicateurs).Select(t => depart.Indicateurs.FirstOrDefault(i => i.Description.Intitule == t)
                    ?? new LigneIndicateur(IndicateurFicheId.New(), new(t, TypeIndicateur.Quantitatif, null, null, null, null, null, null))),
            ],
        };
    }

    private static IEnumerable<string> Titres(IEnumerable<string> lignes) => lignes.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct();
}
