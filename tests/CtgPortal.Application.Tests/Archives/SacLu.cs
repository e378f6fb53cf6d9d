using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Tests.Archives;

/// <summary>A bag read by the rules of RFC 8493, written from its text and without the code that makes bags.</summary>
internal sealed class SacLu
{
    private SacLu(string racine, IReadOnlyDictionary<string, byte[]> fichiers) => (Racine, Fichiers) = (racine, fichiers);

    /// <summary>The one folder that the ZIP holds.</summary>
    public string Racine { get; }

    /// <summary>By their path below the folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Fichiers { get; }

    public string Texte(string chemin) => Encoding.UTF8.GetString(Fichiers[chemin]);

    public static SacLu Lire(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var fichiers = archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var flux = e.Open();
            using var octets = new MemoryStream();
            flux.CopyTo(octets);
            return octets.ToArray();
        });
        var racine = Assert.Single(fichiers.Keys.Select(n => n.Split('/')[0]).Distinct());
        return new(racine, fichiers.ToDictionary(f => f.Key[(racine.Length + 1)..], f => f.Value));
    }

    public SacLu Avec(string chemin, byte[]? contenu)
    {
        var autres = new Dictionary<string, byte[]>(Fichiers);
        if (contenu is null)
        {
            autres.Remove(chemin);
        }
        else
        {
            autres[chemin] = contenu;
        }

        return new(Racine, autres);
    }

    public void EcrireDans(string dossier)
    {
        foreach (var (chemin, contenu) in Fichiers)
        {
            var fichier = Path.Combine(dossier, chemin);
            Directory.CreateDirectory(Path.GetDirectoryName(fichier)!);
            File.WriteAllBytes(fichier, contenu);
        }
    }

    /// <summary>Everything that makes it neither complete nor valid.</summary>
    public IReadOnlyList<string> Defauts()
    {
        List<string> defauts = [];
        if (!Fichiers.ContainsKey("bagit.txt") || !Fichiers.ContainsKey("manifest-sha256.txt"))
        {
            return ["bagit.txt or the manifest is missing"];
        }

        if (!Regex.IsMatch(Texte("bagit.txt"), @"\ABagIt-Version: \d+\.\d+\nTag-File-Character-Encoding: UTF-8\n\z"))
        {
            defauts.Add("bagit.txt does not declare a version and an encoding");
        }

        var charge = Fichiers.Keys.Where(c => c.StartsWith("data/", StringComparison.Ordinal)).ToHashSet();
        defauts.AddRange(Manifeste("manifest-sha256.txt", charge));
        if (Fichiers.ContainsKey("tagmanifest-sha256.txt"))
        {
            var etiquettes = Fichiers.Keys.Where(c => !c.StartsWith("data/", StringComparison.Ordinal) && !c.StartsWith("tagmanifest-", StringComparison.Ordinal)).ToHashSet();
            defauts.AddRange(Manifeste("tagmanifest-sha256.txt", etiquettes));
        }

        if (Fichiers.ContainsKey("bag-info.txt"))
        {
            var lignes = Texte("bag-info.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            defauts.AddRange(lignes.Where(l => !Regex.IsMatch(l, @"\A[^:\s][^:]*: \S.*\z")).Select(l => $"bag-info.txt: « {l} »"));
            var oxum = lignes.Single(l => l.StartsWith("Payload-Oxum: ", StringComparison.Ordinal))["Payload-Oxum: ".Length..];
            var attendu = string.Create(CultureInfo.InvariantCulture, $"{charge.Sum(c => (long)Fichiers[c].Length)}.{charge.Count}");
            if (oxum != attendu)
            {
                defauts.Add($"Payload-Oxum {oxum} instead of {attendu}");
            }
        }

        return defauts;
    }

    private IEnumerable<string> Manifeste(string manifeste, HashSet<string> attendus)
    {
        var vus = new HashSet<string>();
        foreach (var ligne in Texte(manifeste).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Regex.Match(ligne, @"\A([0-9a-f]{64})\s+(\S.*)\z") is not { Success: true } lue)
            {
                yield return $"{manifeste}: « {ligne} »";
                continue;
            }

            var chemin = lue.Groups[2].Value.Replace("%0A", "\n", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
            if (chemin.StartsWith('/') || chemin.StartsWith('~') || chemin.Split('/').Contains(".."))
            {
                yield return $"{manifeste}: {chemin} leaves the bag";
            }
            else if (!vus.Add(chemin))
            {
                yield return $"{manifeste}: {chemin} twice";
            }
            else if (!Fichiers.TryGetValue(chemin, out var contenu))
            {
                yield return $"{chemin} is missing";
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(contenu)) != lue.Groups[1].Value)
            {
                yield return $"{chemin} has changed";
            }
        }

        foreach (var autre in attendus.Where(a => !vus.Contains(a)))
        {
            yield return $"{autre} is not in {manifeste}";
        }
    }
}
