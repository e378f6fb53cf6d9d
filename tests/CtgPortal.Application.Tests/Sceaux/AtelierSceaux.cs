using CtgPortal.Application.Documents;
using CtgPortal.TestSupport.Documents;
using CtgPortal.TestSupport.Sceaux;

namespace CtgPortal.Application.Tests.Sceaux;

/// <summary>A folder for the outside tools, gone at the end.</summary>
internal sealed class AtelierSceaux : IDisposable
{
    private int _fichiers;

    public string Dossier { get; } = Directory.CreateTempSubdirectory("ctgportal-sceaux-").FullName;

    /// <summary>The dossier of a version that so many people are to sign.</summary>
    public static DossierConvention Figee(int signataires)
    {
        var dossier = DossierExemple.QuaranteCinqSignataires();
        return dossier with
        {
            Etat = EtatDocument.Figee,
            VersionNumero = 1,
            VersionDate = new DateOnly(2026, 3, 2),
            DateProduction = new DateOnly(2026, 3, 2),
            Signataires = [.. dossier.Signataires.Take(signataires)],
        };
    }

    public string Ecrire(byte[] contenu, string extension = "pdf")
    {
        var chemin = Path.Combine(Dossier, $"{Interlocked.Increment(ref _fichiers)}.{extension}");
        File.WriteAllBytes(chemin, contenu);
        return chemin;
    }

    /// <summary>The same document with its objects in packets and a cross-reference stream (generate), or with a plain table (disable).</summary>
    public async Task<byte[]> ReecrireAsync(byte[] pdf, string paquets, CancellationToken cancellationToken)
    {
        var sortie = Path.Combine(Dossier, $"{Interlocked.Increment(ref _fichiers)}.pdf");
        var qpdf = await OutilExterne.Qpdf.LancerAsync(["--deterministic-id", $"--object-streams={paquets}", Ecrire(pdf), sortie], cancellationToken);
        Assert.True(qpdf.Code == 0, qpdf.Erreurs);
        return await File.ReadAllBytesAsync(sortie, cancellationToken);
    }

    public void Dispose() => Directory.Delete(Dossier, recursive: true);
}
