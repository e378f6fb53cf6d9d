using System.Text.Json;
using CtgPortal.Domain.Diagnostics.Imports;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The bytes of imported files, in the database, by blocks: any instance can go on with them.</summary>
public interface IFichiersImportes
{
    Task AjouterBlocAsync(ImportChiffresId import, int rang, byte[] contenu, CancellationToken cancellationToken);

    /// <summary>Reads one block at a time.</summary>
    Stream Ouvrir(ImportChiffresId import);

    /// <summary>Forgets the file and what was read of it; the import itself stays.</summary>
    Task OublierAsync(ImportChiffresId import, CancellationToken cancellationToken);

    Task GarderResultatAsync(ImportChiffresId import, ResultatLecture resultat, CancellationToken cancellationToken);

    /// <returns>Null when the file was not read, or was forgotten.</returns>
    Task<ResultatLecture?> LireResultatAsync(ImportChiffresId import, CancellationToken cancellationToken);
}

/// <summary>How parts of an import are written in the database.</summary>
public static class ImportJson
{
    public static readonly JsonSerializerOptions Options = new(Journal.JournalJson.Options) { RespectNullableAnnotations = false };
}
