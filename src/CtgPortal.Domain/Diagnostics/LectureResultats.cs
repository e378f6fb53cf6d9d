namespace CtgPortal.Domain.Diagnostics;

public enum FormeResultats
{
    /// <summary>One line per question and answer, with its count.</summary>
    Effectifs,

    /// <summary>One line per person, one column per question; counted in memory, then forgotten.</summary>
    Reponses,
}

/// <summary>Why a column of a file is left out.</summary>
public enum MotifEcart
{
    DonneePersonnelle,
    Vide,
    SansIntitule,
}

public sealed record ColonneEcartee(string Intitule, MotifEcart Motif);

/// <summary>A line of a file that could not be used.</summary>
/// <param name="Numero">In the file, the heading being 1.</param>
public sealed record LigneIgnoree(int Numero, string Raison);

/// <summary>What a file of results says, counted and protected; nobody's answers are in it.</summary>
/// <param name="Format">How the file was read: « UTF-8, point-virgule ».</param>
/// <param name="Lignes">Of data, the heading excepted.</param>
/// <param name="Repondants">People; null when the file does not tell.</param>
/// <param name="Ignorees">The first lines that could not be used.</param>
public sealed record LectureResultats(
    string Fichier,
    FormeResultats Forme,
    string Format,
    int Lignes,
    int? Repondants,
    IReadOnlyList<QuestionEnquete> Questions,
    IReadOnlyList<ColonneEcartee> Ecartees,
    IReadOnlyList<LigneIgnoree> Ignorees,
    int NombreIgnorees);
