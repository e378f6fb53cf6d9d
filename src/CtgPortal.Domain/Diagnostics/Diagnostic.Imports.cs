using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>Figures for one indicator: there already, or to be added.</summary>
/// <param name="Existant">Null when <paramref name="Nouveau"/> describes one to add.</param>
public sealed record SerieAImporter(IndicateurId? Existant, DescriptionIndicateur? Nouveau, IReadOnlyList<ValeurIndicateur> Valeurs);

public enum EffetImport
{
    Nouvelle,
    Remplacee,
    Inchangee,
}

/// <summary>What an import does, or would do, to one figure.</summary>
/// <param name="Serie">Index among the series given.</param>
/// <param name="Avant">Null when there was none.</param>
/// <param name="Apres">As it would be kept: secret below the threshold of its indicator.</param>
public sealed record EffetSurValeur(int Serie, EffetImport Effet, ValeurIndicateur? Avant, ValeurIndicateur Apres);

/// <param name="Indicateurs">Added by the import.</param>
/// <param name="Secretes">Among the new and the replaced ones.</param>
public sealed record BilanImport(int Indicateurs, int Nouvelles, int Remplacees, int Inchangees, int Secretes);

public sealed partial class Diagnostic
{
    /// <summary>The page shows this list, <see cref="ImporterChiffres"/> enforces its blocking part.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALImport(IReadOnlyList<SerieAImporter> series, StatutConvention etape) =>
    [
        .. ObstaclesALaModification(etape),
        .. When(!series.Any(s => s.Valeurs.Count > 0), "import-vide", "Aucune valeur à écrire : reliez au moins une colonne à un indicateur."),
        .. series.Select(s => (Destinataire(s).Indicateur, s.Valeurs))
            .GroupBy(s => (s.Indicateur.Champ, s.Indicateur.Intitule))
            .Where(g => g.Sum(s => s.Valeurs.Count) > g.SelectMany(s => s.Valeurs).DistinctBy(v => (v.Annee, v.Territoire.Cle)).Count())
            .SelectMany(g => When(
                true, "series-en-double",
                $"Plusieurs colonnes donnent une valeur à « {g.Key.Intitule} » pour la même année et le même territoire. N’en gardez qu’une.")),
    ];

    /// <summary>Every value of the import beside what the diagnostic holds now. Changes nothing.</summary>
    public IReadOnlyList<EffetSurValeur> PrevoirImport(IReadOnlyList<SerieAImporter> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        List<EffetSurValeur> effets = [];
        for (var i = 0; i < series.Count; i++)
        {
            var (indicateur, _) = Destinataire(series[i]);
            var presentes = indicateur.Valeurs.ToDictionary(v => (v.Annee, v.Territoire.Cle));
            foreach (var apres in series[i].Valeurs.Select(indicateur.AuSeuil))
            {
                var avant = presentes.GetValueOrDefault((apres.Annee, apres.Territoire.Cle));
                effets.Add(new(i, avant is null ? EffetImport.Nouvelle : avant == apres ? EffetImport.Inchangee : EffetImport.Remplacee, avant, apres));
            }
        }

        return effets;
    }

    /// <summary>Writes every value, or none. One fact in the journal, with counts: the values themselves would drown it.</summary>
    /// <exception cref="BusinessRuleException">Validated, frozen, nothing to write, one figure said twice, or an indicator that left meanwhile.</exception>
    public BilanImport ImporterChiffres(IReadOnlyList<SerieAImporter> series, string fichier, StatutConvention etape, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(series);
        BusinessRuleException.ThrowIfAny(ObstaclesALImport(series, etape));
        var effets = PrevoirImport(series);
        var crees = 0;
        for (var i = 0; i < series.Count; i++)
        {
            var (indicateur, nouveau) = Destinataire(series[i]);
            if (nouveau)
            {
                _indicateurs.Add(indicateur);
                crees++;
            }

            indicateur.Remplacer([.. effets.Where(e => e.Serie == i && e.Effet != EffetImport.Inchangee).Select(e => e.Apres)]);
        }

        var bilan = new BilanImport(
            crees,
            effets.Count(e => e.Effet == EffetImport.Nouvelle),
            effets.Count(e => e.Effet == EffetImport.Remplacee),
            effets.Count(e => e.Effet == EffetImport.Inchangee),
            effets.Count(e => e.Effet != EffetImport.Inchangee && e.Apres.Etat == EtatValeur.Secret));
        if (bilan is not { Indicateurs: 0, Nouvelles: 0, Remplacees: 0 })
        {
            Record(new ChiffresImportes(ConventionId, fichier, bilan.Indicateurs, bilan.Nouvelles, bilan.Remplacees, bilan.Inchangees, now));
        }

        return bilan;
    }

    /// <summary>An indicator that the import would add and that is already there under this name receives the values.</summary>
    private (Indicateur Indicateur, bool Nouveau) Destinataire(SerieAImporter serie)
    {
        if (serie.Existant is { } id)
        {
            return (Trouver(id), false);
        }

        var indicateur = new Indicateur(serie.Nouveau ?? throw new ArgumentException("A series goes to an indicator.", nameof(serie)), RangSuivant());
        return _indicateurs.Find(i => MemeIndicateur(i, indicateur)) is { } present ? (present, false) : (indicateur, true);
    }
}
