using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Tableurs;

/// <summary>Writes spreadsheets: numbers as numbers, dates as dates, a head that stays, and nothing that a spreadsheet could run.</summary>
public interface ITableurs
{
    /// <param name="nom">Of the file, without extension.</param>
    Fichier EnXlsx(string nom, IReadOnlyList<FeuilleAEcrire> feuilles);

    /// <summary>For French spreadsheets: semicolons, decimal commas, UTF-8 with its mark.</summary>
    Fichier EnCsv(string nom, FeuilleAEcrire feuille);
}

public enum NatureColonne
{
    Texte,

    /// <summary>Several lines in a cell, never wider than the column.</summary>
    TexteLong,
    Nombre,

    /// <summary>In euros.</summary>
    Montant,
    Date,
}

/// <param name="Largeur">In characters.</param>
/// <param name="Choix">What a spreadsheet offers in the cells of the column; nothing else is refused.</param>
/// <param name="Aide">Shown when a cell of the column is chosen.</param>
public sealed record ColonneAEcrire(
    string Titre, NatureColonne Nature = NatureColonne.Texte, int Largeur = 20, IReadOnlyList<string>? Choix = null, string? Aide = null);

/// <param name="Nom">At most 31 characters are kept, without those that a spreadsheet refuses.</param>
/// <param name="Lignes">One value a column: a string, an <c>int</c>, a <c>decimal</c>, a <c>DateOnly</c>, a <c>bool</c> (« Oui », « Non »), or null for an empty cell.</param>
/// <param name="LignesAPrevoir">Empty lines under the last one that the choices of the columns still serve, for a template.</param>
public sealed record FeuilleAEcrire(
    string Nom, IReadOnlyList<ColonneAEcrire> Colonnes, IReadOnlyList<IReadOnlyList<object?>> Lignes, int LignesAPrevoir = 0);
