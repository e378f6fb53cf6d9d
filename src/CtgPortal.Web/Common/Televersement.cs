namespace CtgPortal.Web.Common;

/// <summary>An uploaded file as bytes; the use case judges what it holds.</summary>
internal static class Televersement
{
    /// <returns>Empty when no file was chosen.</returns>
    public static async Task<byte[]> LireAsync(this IFormFile? fichier, CancellationToken cancellationToken)
    {
        if (fichier is null)
        {
            return [];
        }

        using var memoire = new MemoryStream((int)fichier.Length);
        await fichier.CopyToAsync(memoire, cancellationToken);
        return memoire.ToArray();
    }
}
