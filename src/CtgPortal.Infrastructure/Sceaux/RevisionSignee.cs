using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>One incremental revision that fills an empty field with a signature, whose place is kept until it is known.</summary>
internal sealed class RevisionSignee
{
    private readonly byte[] _octets;
    private readonly int _debut;
    private readonly int _fin;

    /// <param name="place">Bytes kept for the signature.</param>
    public RevisionSignee(byte[] source, string champ, int place, (string Nom, string Motif, DateTimeOffset Le) dires, Func<double, double, FluxPdf> apparence)
    {
        var fichier = FichierPdf.Ouvrir(source);
        var cible = new FormulairePdf(fichier).Trouver(champ);
        if (cible is not { Type: "Sig", Reference: { } reference })
        {
            throw new PdfRefuseException($"Ce PDF n’a pas de champ de signature « {champ} ».");
        }

        if (fichier.Resoudre(cible.Valeur) is not null)
        {
            throw new PdfRefuseException($"Le champ « {champ} » est déjà signé.");
        }

        var rect = fichier.Tableau(cible.Dico["Rect"]) is { Count: 4 } r
            ? r.Select(v => Convert.ToDouble(fichier.Resoudre(v), CultureInfo.InvariantCulture)).ToArray()
            : throw new PdfRefuseException($"Le champ « {champ} » n’a pas de place sur une page.");
        var maj = new MiseAJourPdf(fichier);
        var dessin = maj.Ajouter(apparence(Math.Abs(rect[2] - rect[0]), Math.Abs(rect[3] - rect[1])));
        var signature = maj.Ajouter(new DicoPdf(
            ("Type", new NomPdf("Sig")), ("Filter", new NomPdf("Adobe.PPKLite")), ("SubFilter", new NomPdf("ETSI.CAdES.detached")),
            ("ByteRange", new BrutPdf($"[{new string(' ', 43)}]")), ("Contents", new BrutPdf($"<{new string('0', place * 2)}>")),
            ("M", ChainePdf.DeDate(dires.Le)), ("Name", ChainePdf.DeTexte(dires.Nom)), ("Reason", ChainePdf.DeTexte(dires.Motif))));
        maj.Ecrire(reference, cible.Dico.Avec("V", signature).Avec("AP", new DicoPdf(("N", dessin))));

        _octets = maj.Fermer();
        var dico = maj.PlaceDe(signature);
        _debut = dico + _octets.AsSpan(dico).IndexOf("/Contents <"u8) + "/Contents "u8.Length;
        _fin = _debut + (place * 2) + 2;
        var plage = string.Create(CultureInfo.InvariantCulture, $"0 {_debut} {_fin} {_octets.Length - _fin}");
        Encoding.ASCII.GetBytes(plage.PadRight(43)).CopyTo(_octets, dico + _octets.AsSpan(dico).IndexOf("/ByteRange ["u8) + "/ByteRange ["u8.Length);
    }

    /// <summary>SHA-256 of everything but the place kept.</summary>
    public byte[] Empreinte()
    {
        using var hache = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hache.AppendData(_octets.AsSpan(0, _debut));
        hache.AppendData(_octets.AsSpan(_fin));
        return hache.GetHashAndReset();
    }

    /// <returns>The signed file; null when the signature is longer than its place.</returns>
    public byte[]? Remplir(byte[] cms)
    {
        if (cms.Length * 2 > _fin - _debut - 2)
        {
            return null;
        }

        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms)).CopyTo(_octets, _debut + 1);
        return _octets;
    }
}
