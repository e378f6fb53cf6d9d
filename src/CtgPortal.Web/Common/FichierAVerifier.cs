using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Common;

/// <summary>
/// Takes the file of a form that anybody may send: block after block, never on a disk, never more than the limit, and a few at once.
/// </summary>
internal static class FichierAVerifier
{
    private const int Bloc = 64 * 1024;
    private static readonly TimeSpan Attente = TimeSpan.FromSeconds(10);
    private static readonly SemaphoreSlim Places = new(4);

    internal enum Lecture
    {
        /// <summary>The caller gives the place back with <see cref="Rendre"/>.</summary>
        Lu,
        Absent,
        TropGros,
        TropDeMonde,
    }

    public static void Rendre() => Places.Release();

    public static async Task<(Lecture Lecture, byte[] Contenu)> LireAsync(HttpRequest requete, long octetsMax, CancellationToken cancellationToken)
    {
        if (!await Places.WaitAsync(Attente, cancellationToken))
        {
            return (Lecture.TropDeMonde, []);
        }

        var garde = false;
        try
        {
            var resultat = await LireFormulaireAsync(requete, octetsMax, cancellationToken);
            garde = resultat.Lecture == Lecture.Lu;
            return resultat;
        }
        finally
        {
            if (!garde)
            {
                Rendre();
            }
        }
    }

    private static async Task<(Lecture Lecture, byte[] Contenu)> LireFormulaireAsync(HttpRequest requete, long octetsMax, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(requete.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } limite)
        {
            return (Lecture.Absent, []);
        }

        try
        {
            var lecteur = new MultipartReader(limite, requete.Body);
            while (await lecteur.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader()?.IsFileDisposition() == true)
                {
                    return await LireSectionAsync(section.Body, octetsMax, cancellationToken);
                }
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // not a form, or one cut on its way: there is no file in it
            return (Lecture.Absent, []);
        }

        return (Lecture.Absent, []);
    }

    private static async Task<(Lecture Lecture, byte[] Contenu)> LireSectionAsync(Stream corps, long octetsMax, CancellationToken cancellationToken)
    {
        List<byte[]> blocs = [];
        var total = 0L;
        try
        {
            while (true)
            {
                var bloc = new byte[Bloc];
                blocs.Add(bloc);
                var lus = await corps.ReadAtLeastAsync(bloc, Bloc, throwOnEndOfStream: false, cancellationToken);
                total += lus;
                if (total > octetsMax)
                {
                    return (Lecture.TropGros, []);
                }

                if (lus < Bloc)
                {
                    return total == 0 ? (Lecture.Absent, []) : (Lecture.Lu, Joindre(blocs, (int)total));
                }
            }
        }
        finally
        {
            blocs.ForEach(b => CryptographicOperations.ZeroMemory(b));
        }
    }

    private static byte[] Joindre(List<byte[]> blocs, int total)
    {
        var contenu = new byte[total];
        for (var i = 0; i < blocs.Count; i++)
        {
            blocs[i].AsSpan(0, Math.Min(Bloc, total - (i * Bloc))).CopyTo(contenu.AsSpan(i * Bloc));
        }

        return contenu;
    }
}
