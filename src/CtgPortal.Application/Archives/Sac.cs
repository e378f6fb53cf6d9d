using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CtgPortal.Application.Archives;

/// <summary>One file of the payload, read when its turn comes.</summary>
/// <param name="Chemin">Below <c>data/</c>, with slashes.</param>
/// <param name="Empreinte">SHA-256 as it was stored, or as it was made: what is written is compared with it.</param>
/// <param name="Lire">Its bytes.</param>
public sealed record FichierDeSac(string Chemin, string Description, string Empreinte, long Taille, Func<CancellationToken, Task<byte[]>> Lire)
{
    public static FichierDeSac De(string chemin, string description, byte[] contenu) =>
        new(chemin, description, Convert.ToHexStringLower(SHA256.HashData(contenu)), contenu.Length, _ => Task.FromResult(contenu));
}

/// <summary>
/// A bag (RFC 8493) in a ZIP: files under <c>data/</c>, and what lets anybody check that none is missing, added or changed.
/// The same files and the same day give the same bytes. One file at a time is in memory.
/// </summary>
/// <param name="Nom">Of the ZIP without its extension, and of the one folder that it holds.</param>
/// <param name="Jour">Of the last fact that it tells: the day of the request would make two bags of the same thing differ.</param>
/// <param name="Informations">Of <c>bag-info.txt</c>.</param>
public sealed record Sac(string Nom, DateOnly Jour, IReadOnlyList<(string Cle, string Valeur)> Informations, IReadOnlyList<FichierDeSac> Fichiers)
{
    /// <exception cref="InvalidDataException">A stored file is not what it was when it was stored: the archive stops there, unusable.</exception>
    public async Task EcrireAsync(Stream sortie, CancellationToken cancellationToken)
    {
        var fichiers = Fichiers.OrderBy(f => f.Chemin, StringComparer.Ordinal).ToList();
        (string Nom, byte[] Contenu)[] etiquettes =
        [
            ("bag-info.txt", Octets([
                .. Informations.Select(i => $"{i.Cle}: {UneLigne(i.Valeur)}"),
                $"Bagging-Date: {Jour:yyyy-MM-dd}",
                $"Payload-Oxum: {fichiers.Sum(f => f.Taille)}.{fichiers.Count}",
            ])),
            ("bagit.txt", Octets(["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"])),
            ("manifest-sha256.txt", Octets(fichiers.Select(f => $"{f.Empreinte}  {Encoder("data/" + f.Chemin)}"))),
        ];
        var manifeste = Octets(etiquettes.Select(e => $"{Convert.ToHexStringLower(SHA256.HashData(e.Contenu))}  {e.Nom}"));

        var tampon = new Tampon();
        using (var zip = new ZipArchive(tampon, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (nom, contenu) in etiquettes.Append(("tagmanifest-sha256.txt", manifeste)))
            {
                Ajouter(zip, nom, contenu);
            }

            foreach (var fichier in fichiers)
            {
                var contenu = await fichier.Lire(cancellationToken);
                if (Convert.ToHexStringLower(SHA256.HashData(contenu)) != fichier.Empreinte)
                {
                    throw new InvalidDataException("A stored file no longer has the fingerprint it was stored with.");
                }

                Ajouter(zip, "data/" + fichier.Chemin, contenu);
                await tampon.VerserAsync(sortie, cancellationToken);
            }
        }

        await tampon.VerserAsync(sortie, cancellationToken);
    }

    private void Ajouter(ZipArchive zip, string chemin, byte[] contenu)
    {
        var entree = zip.CreateEntry($"{Nom}/{chemin}", CompressionLevel.Fastest);
        entree.LastWriteTime = new DateTimeOffset(Jour.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        using var flux = entree.Open();
        flux.Write(contenu);
    }

    private static byte[] Octets(IEnumerable<string> lignes) => Encoding.UTF8.GetBytes(string.Concat(lignes.Select(l => l + "\n")));

    private static string UneLigne(string valeur) => string.Join(' ', valeur.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // the three signs that a manifest writes otherwise (RFC 8493, 2.1.3)
    private static string Encoder(string chemin) => chemin.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>Takes what a ZIP writes at once, which a response would not, until it is poured there without blocking.</summary>
    private sealed class Tampon : Stream
    {
        private readonly MemoryStream _octets = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async Task VerserAsync(Stream sortie, CancellationToken cancellationToken)
        {
            await sortie.WriteAsync(_octets.GetBuffer().AsMemory(0, (int)_octets.Length), cancellationToken);
            _octets.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => _octets.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _octets.Write(buffer);

        public override void Flush()
        {
            // what is here is poured by the caller
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
