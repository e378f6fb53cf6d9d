using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>Lines read from a file, put among those that a fiche has.</summary>
internal static class LignesFondues
{
    /// <summary>A line of the same title is the same line, rewritten where the file says something; another one is added.</summary>
    public static List<LigneOperation> Fondre(IReadOnlyList<LigneOperation> presentes, IEnumerable<DescriptionOperation> lues) => Fondre(
        presentes, lues, l => l.Description.Intitule, d => d.Intitule, d => new(OperationId.New(), d),
        (l, d) => l with
        {
            Description = new(
                l.Description.Intitule, d.Pilote ?? l.Description.Pilote, d.Public ?? l.Description.Public, d.Budget ?? l.Description.Budget,
                d.Calendrier ?? l.Description.Calendrier, d.Indicateurs ?? l.Description.Indicateurs, d.Echeance ?? l.Description.Echeance),
        });

    public static List<LigneIndicateur> Fondre(IReadOnlyList<LigneIndicateur> presents, IEnumerable<DescriptionIndicateur> lus, List<int>? places = null) => Fondre(
        presents, lus, l => l.Description.Intitule, d => d.Intitule, d => new(IndicateurFicheId.New(), d),
        (l, d) => l with
        {
            Description = new(
                l.Description.Intitule, d.Type, d.Categorie ?? l.Description.Categorie, d.Unite ?? l.Description.Unite, d.ValeurInitiale ?? l.Description.ValeurInitiale,
                d.Cible ?? l.Description.Cible, d.Source ?? l.Description.Source, d.Responsable ?? l.Description.Responsable,
                d.SituationInitiale ?? l.Description.SituationInitiale, d.SituationVisee ?? l.Description.SituationVisee),
        },
        places);

    /// <param name="places">Receives where each line read is found.</param>
    private static List<TLigne> Fondre<TLigne, TDescription>(
        IReadOnlyList<TLigne> presentes, IEnumerable<TDescription> lues, Func<TLigne, string> titre, Func<TDescription, string> titreLu,
        Func<TDescription, TLigne> creer, Func<TLigne, TDescription, TLigne> reecrire, List<int>? places = null)
    {
        var lignes = presentes.ToList();
        HashSet<int> pris = [];
        foreach (var lue in lues)
        {
            var index = Enumerable.Range(0, presentes.Count).Where(i => !pris.Contains(i) && Semblable(titre(presentes[i])) == Semblable(titreLu(lue))).Append(-1).First();
            places?.Add(index < 0 ? lignes.Count : index);
            if (index < 0)
            {
                lignes.Add(creer(lue));
            }
            else
            {
                pris.Add(index);
                lignes[index] = reecrire(lignes[index], lue);
            }
        }

        return lignes;
    }

    /// <summary>What a form posted ends its lines otherwise: the same words.</summary>
    public static string Semblable(string texte) => string.Concat(texte.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
