using System.Buffers;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux.Verification;

/// <summary>Reads one signature of a file and says what it is worth.</summary>
internal sealed class ExamenSignature(FichierPdf fichier, ConfianceSceaux.Ancres confiance, BudgetEmpreintes budget)
{
    private const int CmsMax = 2 * 1024 * 1024;

    private static readonly SearchValues<byte> Minuscules = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> Majuscules = SearchValues.Create("0123456789ABCDEF"u8);

    private readonly byte[] _octets = fichier.Octets;

    public SignaturePdf Examiner(ChampPdf champ, DicoPdf dico)
    {
        var vue = new SignaturePdf
        {
            Champ = champ.Nom,
            Integrite = IntegriteSignature.NonVerifiable,
            Nom = Texte(dico["Name"]),
            Motif = Texte(dico["Reason"]),
            Le = Date(Texte(dico["M"])),
            EstHorodatage = dico.Nom("SubFilter") == "ETSI.RFC3161",
        };
        try
        {
            var plage = Plage(dico);
            vue = vue with
            {
                CouvreJusquA = plage.Fin,
                CouvreTouteSaRevision = fichier.Sections.Any(s => s.Fin == plage.Fin),
                CouvreToutLeFichier = plage.Fin == _octets.Length,
                OctetsNonCouverts = plage.Debut > 0 ? [new(0, plage.Debut)] : [],
            };
            return plage.Debut == 0 ? Verifier(vue, dico, plage) : vue with { Integrite = IntegriteSignature.Alteree, Defaut = "La signature ne couvre pas le début du fichier." };
        }
        catch (SignatureFausseException cause)
        {
            return vue with { Integrite = IntegriteSignature.Alteree, Defaut = cause.Message };
        }
        catch (SignatureNonVerifiableException cause)
        {
            return vue with { Integrite = IntegriteSignature.NonVerifiable, Defaut = cause.Message };
        }
        catch (Exception cause) when (cause is CryptographicException or AsnContentException)
        {
            return vue with { Integrite = IntegriteSignature.Alteree, Defaut = "La signature est abîmée." };
        }
    }

    private SignaturePdf Verifier(SignaturePdf vue, DicoPdf dico, PlageSignee plage)
    {
        var octets = Enveloppe(dico, plage);
        var cms = LectureCms.Lire(octets);
        var sujet = cms.Signataire;
        vue = vue with
        {
            Sujet = sujet.SubjectName.Name,
            NomDuCertificat = sujet.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Emetteur = sujet.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            CertificatValableDu = new(sujet.NotBefore),
            CertificatValableJusquAu = new(sujet.NotAfter),
        };
        var empreinte = budget.Empreinte(cms.Algorithme, _octets, plage);
        if (vue.EstHorodatage)
        {
            return HorodatageDuDocument(vue, octets, cms, empreinte);
        }

        if (cms.Contenu is not null || dico.Nom("SubFilter") is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached"))
        {
            throw new SignatureNonVerifiableException("La signature est d’un genre que le portail ne vérifie pas.");
        }

        cms.Verifier(empreinte);
        var jetons = cms.NonSignes.Where(a => a.Oid == OidsCms.Horodatage).ToList();
        vue = jetons.Count == 0 ? vue : AvecHorodatage(vue, jetons[0].Valeur, cms.Signature);
        var instant = vue.HorodateeLe ?? vue.Le;
        var chaine = confiance.Juger(sujet, cms.Certificats, instant);
        if (chaine == ChaineSignature.DuPortail && !EstEcriteParLePortail(cms, octets))
        {
            throw new SignatureFausseException("La signature du portail n’est pas écrite comme il l’écrit : elle a été modifiée.");
        }

        return vue with
        {
            Integrite = IntegriteSignature.Intacte,
            Chaine = chaine,
            CertificatValableALaSignature = instant is { } le ? le >= sujet.NotBefore && le <= sujet.NotAfter : null,
        };
    }

    /// <summary>The portal writes its signatures in one way: written again from what was read, they must be the same bytes.</summary>
    private static bool EstEcriteParLePortail(LectureCms cms, ReadOnlyMemory<byte> octets)
    {
        var autres = cms.Certificats.Where(c => !c.RawData.AsSpan().SequenceEqual(cms.Signataire.RawData)).ToList();
        var jeton = cms.NonSignes.Where(a => a.Oid == OidsCms.Horodatage).Select(a => a.Valeur).FirstOrDefault();
        return new EcritureCms.SignatureNue(cms.AttributsSignes, cms.Signature, cms.Signataire, autres, null).Encoder(jeton).AsSpan().SequenceEqual(octets.Span);
    }

    private SignaturePdf HorodatageDuDocument(SignaturePdf vue, ReadOnlyMemory<byte> octets, LectureCms cms, byte[] empreinte)
    {
        if (!Rfc3161TimestampToken.TryDecode(octets, out var jeton, out _) || cms.Contenu is null)
        {
            throw new SignatureFausseException("L’horodatage du document est abîmé.");
        }

        cms.Verifier(cms.SHA(cms.Contenu));
        if (!jeton.VerifySignatureForHash(empreinte, cms.Algorithme, out _))
        {
            throw new SignatureFausseException("L’horodatage ne porte pas sur ce document.");
        }

        var chaine = confiance.Juger(cms.Signataire, cms.Certificats, jeton.TokenInfo.Timestamp);
        return vue with
        {
            Integrite = IntegriteSignature.Intacte,
            Chaine = chaine,
            HorodateeLe = jeton.TokenInfo.Timestamp,
            Horodateur = vue.NomDuCertificat,
            ChaineHorodatage = chaine,
            CertificatValableALaSignature = true,
        };
    }

    private SignaturePdf AvecHorodatage(SignaturePdf vue, byte[] octets, byte[] signature)
    {
        var cms = LectureCms.Lire(octets);
        if (cms.Contenu is null || !Rfc3161TimestampToken.TryDecode(octets, out var jeton, out var lus) || lus != octets.Length)
        {
            throw new SignatureFausseException("L’horodatage de la signature est abîmé.");
        }

        cms.Verifier(cms.SHA(cms.Contenu));
        if (!jeton.VerifySignatureForData(signature, out _))
        {
            throw new SignatureFausseException("L’horodatage ne porte pas sur cette signature, ou le certificat qui le signe n’est pas fait pour cela.");
        }

        return vue with
        {
            HorodateeLe = jeton.TokenInfo.Timestamp,
            Horodateur = cms.Signataire.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            ChaineHorodatage = confiance.Juger(cms.Signataire, cms.Certificats, jeton.TokenInfo.Timestamp),
        };
    }

    /// <summary>The CMS, whose place must hold it and nothing else: one string of digits of one case, then zeros.</summary>
    private ReadOnlyMemory<byte> Enveloppe(DicoPdf dico, PlageSignee plage)
    {
        var trou = _octets.AsSpan(plage.FinAvant, plage.DebutApres - plage.FinAvant);
        var dits = (fichier.Resoudre(dico["Contents"]) as ChainePdf)?.Octets;
        if (trou.Length > CmsMax * 2 || trou is not [(byte)'<', .. var chiffres, (byte)'>'] || chiffres.Length % 2 == 1
            || (chiffres.ContainsAnyExcept(Minuscules) && chiffres.ContainsAnyExcept(Majuscules)))
        {
            throw new SignatureFausseException("La place de la signature contient autre chose que la signature.");
        }

        var octets = Convert.FromHexString(System.Text.Encoding.ASCII.GetString(chiffres));
        if (dits is null || !dits.AsSpan().SequenceEqual(octets))
        {
            throw new SignatureFausseException("La signature couvre une autre place que la sienne.");
        }

        AsnDecoder.ReadEncodedValue(octets, AsnEncodingRules.BER, out _, out _, out var longueur);
        return octets.AsSpan(longueur).ContainsAnyExcept((byte)0)
            ? throw new SignatureFausseException("Des octets ont été ajoutés après la signature, dans sa place.")
            : octets.AsMemory(0, longueur);
    }

    private PlageSignee Plage(DicoPdf dico)
    {
        var nombres = fichier.Tableau(dico["ByteRange"])?.Select(v => fichier.Resoudre(v) as long? ?? -1).ToArray();
        if (nombres is not [>= 0 and var debut, > 0 and var longueur, > 0 and var suite, >= 0 and var reste]
            || debut > _octets.Length || longueur > _octets.Length || suite > _octets.Length || reste > _octets.Length
            || debut + longueur >= suite || suite + reste > _octets.Length)
        {
            throw new SignatureFausseException("La signature ne dit pas clairement ce qu’elle couvre.");
        }

        return new((int)debut, (int)(debut + longueur), (int)suite, (int)(suite + reste));
    }

    private string? Texte(object? valeur) => (fichier.Resoudre(valeur) as ChainePdf)?.EnTexte() is { } texte ? texte[..Math.Min(texte.Length, 2000)] : null;

    /// <summary>« D:20260312143200+01'00' ».</summary>
    private static DateTimeOffset? Date(string? texte)
    {
        var propre = texte?.Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(
            propre?[..Math.Min(propre.Length, 19)], ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var le) ? le : null;
    }
}

/// <summary>The bytes that a signature covers: up to FinAvant, then from DebutApres to Fin.</summary>
internal readonly record struct PlageSignee(int Debut, int FinAvant, int DebutApres, int Fin);

/// <summary>How many bytes may still be hashed: a thousand signatures over a large file would never end.</summary>
internal sealed class BudgetEmpreintes
{
    private long _reste = 8L * 1024 * 1024 * 1024;

    public byte[] Empreinte(HashAlgorithmName algorithme, byte[] octets, PlageSignee plage)
    {
        _reste -= plage.Fin;
        if (_reste < 0)
        {
            throw new SignatureNonVerifiableException("Le fichier a trop de signatures pour que toutes soient vérifiées.");
        }

        using var hache = IncrementalHash.CreateHash(algorithme);
        hache.AppendData(octets.AsSpan(plage.Debut, plage.FinAvant - plage.Debut));
        hache.AppendData(octets.AsSpan(plage.DebutApres, plage.Fin - plage.DebutApres));
        return hache.GetHashAndReset();
    }
}
