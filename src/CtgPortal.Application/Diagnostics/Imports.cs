using System.Text.Json;
using CtgPortal.Domain.Diagnostics.Imports;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Cuts files into lines and cells. Streams: a file is never held whole, except a workbook, which is small.</summary>
public interface ITableaux
{
    /// <summary>How the file is cut, judged from its content.</summary>
    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be cut into columns.</exception>
    Task<Decoupage> ReconnaitreAsync(Func<Stream> ouvrir, FormatFichier format, CancellationToken cancellationToken);

    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be read.</exception>
    Task<ApercuTableau> ApercevoirAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken);

    /// <summary>Every line; each is valid until the next is asked for.</summary>
    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be read to its end.</exception>
    IAsyncEnumerable<ILigneTableau> LireAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken);
}

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
