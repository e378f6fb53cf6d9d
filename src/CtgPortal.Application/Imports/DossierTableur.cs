using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Imports;

/// <summary>A file on its way, as a page shows it.</summary>
public sealed record DepotTableur(
    ImportTableurId Id, int Revision, string Fichier, string ParNom, LectureTableur Lecture, bool EstPrecise, int? Attendu, DateTimeOffset? EcritLe, int Ajoutes, int Modifies)
{
    internal static DepotTableur De(ImportTableur i) =>
        new(i.Id, i.Revision, i.Fichier, i.ParNom, i.Lecture, i.EstPrecise, i.Attendu, i.EcritLe, i.Ajoutes, i.Modifies);
}

/// <summary>What the pages of an import show whatever is imported.</summary>
/// <param name="Feuilles">Empty once it is written.</param>
public abstract record DossierTableur(EnTeteConvention EnTete, DepotTableur Import, IReadOnlyList<FeuilleLue> Feuilles)
{
    private const int ExempleLongueurMax = 60;

    /// <summary>Null once it is written.</summary>
    public abstract RapportTableur? RapportDuFichier { get; }

    private IReadOnlyList<LigneLue> Lignes => Import.Lecture.Feuille < Feuilles.Count ? Feuilles[Import.Lecture.Feuille].Lignes : [];

    /// <summary>The first words of a column, under its name.</summary>
    public string Exemples(int colonne) => string.Join(
        " · ", Lignes.Where(l => l.Numero > Import.Lecture.LigneEnTete).Select(l => l.Cellule(colonne)).Where(c => c.Length > 0).Distinct().Take(3)
            .Select(c => c.Length > ExempleLongueurMax ? $"{c.AsSpan(0, ExempleLongueurMax).TrimEnd()}…" : c));

    public string NomDeColonne(int colonne) =>
        Lignes.FirstOrDefault(l => l.Numero == Import.Lecture.LigneEnTete)?.Cellule(colonne) is { Length: > 0 } nom ? nom : $"Colonne {colonne + 1}";
}
