using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Diagnostics.Imports;

public enum NatureAnomalie
{
    NombreIllisible,
    CodeInconnu,
    TerritoireAbsent,
    AnneeInvalide,
    DoublonContradictoire,
    LigneIncomplete,
}

/// <param name="Ligne">As a spreadsheet numbers it.</param>
/// <param name="Contenu">What the cell holds, cut.</param>
public sealed record Anomalie(NatureAnomalie Nature, long Ligne, string Colonne, string Contenu);

/// <summary>One thing counted by the file.</summary>
/// <param name="EnTete">Name of the column it comes from, as the file writes it.</param>
public sealed record SerieLue(string Nom, string EnTete, int Valeurs);

/// <param name="Serie">Index in <see cref="ResultatLecture.Series"/>.</param>
/// <param name="Territoire">Index in <see cref="ResultatLecture.Territoires"/>.</param>
public sealed record ValeurLue(int Serie, int Territoire, int Annee, EtatValeur Etat, decimal? Valeur, long Ligne);

/// <summary>How many lines, and what became of them.</summary>
/// <param name="Lignes">Of figures: names and titles left out, empty lines too.</param>
/// <param name="Ailleurs">Known places that do not concern the convention.</param>
/// <param name="DoublonsIdentiques">Values said twice alike: kept once.</param>
/// <param name="DatesAnterieures">Values of an earlier month of a year that the file tells later: left out.</param>
public sealed record ComptesLecture(
    long Lignes, long Retenues, long Ailleurs, long AutreMaillage, long DoublonsIdentiques, long DatesAnterieures);

/// <summary>What a file says of a territory: nothing is written yet.</summary>
/// <param name="Anomalies">The first of each nature.</param>
/// <param name="NombresDAnomalies">The true counts.</param>
public sealed record ResultatLecture(
    ComptesLecture Comptes,
    IReadOnlyList<TerritoireRef> Territoires,
    IReadOnlyList<SerieLue> Series,
    IReadOnlyList<ValeurLue> Valeurs,
    IReadOnlyList<Anomalie> Anomalies,
    IReadOnlyDictionary<NatureAnomalie, long> NombresDAnomalies);
