using CtgPortal.Application.Graphiques;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The pictures of an indicator, for its page and for the document.</summary>
public static class DessinsIndicateur
{
    internal const string TitreCommunes = "Les communes";

    // what stands in a column of a printed page, names on two lines included
    private const int CommunesParDessin = 24;

    /// <summary>Those that its figures allow: compared, over the years, by commune. On paper, many communes take several drawings of one scale.</summary>
    public static IReadOnlyList<Graphique> De(VueIndicateur vue, RenduGraphique rendu) =>
        [.. new[] { Comparaison(vue), Evolution(vue) }.OfType<Graphique>(), .. Communes(vue, rendu)];

    /// <summary>A count beside that of France says nothing: only several holders are compared then.</summary>
    private static Graphique? Comparaison(VueIndicateur vue)
    {
        var lignes = vue.Comparaison.Where(v => vue.Nature != NatureIndicateur.Effectif || vue.Territoires.Contains(v.Cle)).ToList();
        return lignes.Count < 2
            ? null
            : Graphique.Barres($"Comparaison des territoires en {lignes[0].Annee}", Phrases(vue, lignes), [.. lignes.Select(v => Barre(vue, v, vue.Territoires.Contains(v.Cle)))]);
    }

    private static Graphique? Evolution(VueIndicateur vue)
    {
        // counts of a département would flatten those of the territory
        var series = vue.Evolutions.Take(vue.Nature == NatureIndicateur.Effectif ? 1 : 4).ToList();
        if (series.Count == 0 || vue.Derniere is not { } derniere || series[0][0].Cle != derniere.Cle)
        {
            return null;
        }

        var description = string.Join(" ", series.Select(s => $"{s[0].Geographie} : {string.Join(", ", s.Select(v => $"{MotsChiffres.De(v, vue.Unite)} en {v.Annee}"))}."));
        return Graphique.Lignes(
            $"Évolution de {series.Min(s => s[0].Annee)} à {series.Max(s => s[^1].Annee)}", description,
            [.. series.Select((s, i) => new Serie(s[0].Geographie, [.. s.Select(v => (v.Annee, v.Valeur))], i == 0))],
            v => MotsChiffres.De(EtatValeur.Publiee, v, vue.Unite));
    }

    /// <summary>The value of the territory crosses the bars where it can be set beside them: not the sum of them all.</summary>
    private static IEnumerable<Graphique> Communes(VueIndicateur vue, RenduGraphique rendu)
    {
        var lignes = vue.Communes;
        if (lignes.Count == 0)
        {
            return [];
        }

        var territoire = vue.Nature == NatureIndicateur.Effectif
            ? null
            : vue.Valeurs.FirstOrDefault(v => v.Annee == lignes[0].Annee && v.Valeur is not null && vue.Territoires.Contains(v.Cle) && v.Type != TypeTerritoire.Commune);
        (decimal, string)? repere = territoire is { Valeur: { } valeur } ? (valeur, $"{territoire.Geographie} : {MotsChiffres.De(territoire, vue.Unite)}") : null;
        var maximum = lignes.Max(v => v.Valeur);
        var groupes = lignes.Chunk(rendu == RenduGraphique.Document ? EnColonnes(lignes.Count) : lignes.Count).ToList();
        return groupes.Select((groupe, i) => Graphique.Barres(
            $"{TitreCommunes} en {lignes[0].Annee}{(groupes.Count == 1 ? "" : $" ({i + 1} sur {groupes.Count})")}",
            Phrases(vue, [.. groupe, .. territoire is null ? [] : new[] { territoire }]),
            [.. groupe.Select(v => Barre(vue, v, false))],
            repere,
            maximum));
    }

    /// <summary>Columns of a page go two by two and are as long as each other.</summary>
    private static int EnColonnes(int communes)
    {
        var colonnes = communes <= CommunesParDessin / 2 ? 1 : 2 * (int)Math.Ceiling(communes / (2m * CommunesParDessin));
        return (int)Math.Ceiling(communes / (decimal)colonnes);
    }

    private static Barre Barre(VueIndicateur vue, LigneValeur ligne, bool misEnAvant) => new(ligne.Geographie, ligne.Valeur, MotsChiffres.De(ligne, vue.Unite), misEnAvant);

    private static string Phrases(VueIndicateur vue, IReadOnlyList<LigneValeur> lignes) =>
        string.Join(", ", lignes.Select(v => $"{v.Geographie} : {MotsChiffres.De(v, vue.Unite)}")) + ".";
}
