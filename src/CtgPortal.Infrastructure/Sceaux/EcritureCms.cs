using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>
/// A detached CMS (RFC 5652) as PAdES wants it (ETSI EN 319 142-1): the signer's certificate bound by signing-certificate-v2, no
/// signing-time. The key only ever signs a digest, so that it may live in a token.
/// </summary>
internal static class EcritureCms
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Un = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <param name="empreinte">SHA-256 of what is signed.</param>
    /// <param name="contenu">For a timestamp: the content, carried inside, and its type. Null for a detached signature.</param>
    /// <returns>The value of the signature, which a timestamp dates.</returns>
    public static SignatureNue Signer(ReadOnlySpan<byte> empreinte, ICleDeSceau cle, (string Type, byte[] Octets)? contenu = null)
    {
        var attributs = Attributs(empreinte, cle.Certificat, contenu?.Type ?? OidsCms.Donnees);
        var signature = cle.SignerEmpreinte(SHA256.HashData(attributs));
        return new(attributs, signature, cle.Certificat, [.. cle.Chaine.Where(c => !EstRacine(c))], contenu);
    }

    private static bool EstRacine(X509Certificate2 certificat) => certificat.SubjectName.RawData.AsSpan().SequenceEqual(certificat.IssuerName.RawData);

    /// <summary>As they are signed: a SET OF in DER order.</summary>
    private static byte[] Attributs(ReadOnlySpan<byte> empreinte, X509Certificate2 certificat, string type)
    {
        var ecriture = new AsnWriter(AsnEncodingRules.DER);
        using (ecriture.PushSetOf())
        {
            using (Attribut(ecriture, OidsCms.TypeDuContenu))
            {
                ecriture.WriteObjectIdentifier(type);
            }

            using (Attribut(ecriture, OidsCms.EmpreinteDuContenu))
            {
                ecriture.WriteOctetString(empreinte);
            }

            using (Attribut(ecriture, OidsCms.CertificatSignataireV2))
            using (ecriture.PushSequence())
            using (ecriture.PushSequence())
            using (ecriture.PushSequence())
            {
                ecriture.WriteOctetString(SHA256.HashData(certificat.RawData));
                using (ecriture.PushSequence())
                {
                    using (ecriture.PushSequence())
                    using (ecriture.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, isConstructed: true)))
                    {
                        ecriture.WriteEncodedValue(certificat.IssuerName.RawData);
                    }

                    ecriture.WriteInteger(certificat.SerialNumberBytes.Span);
                }
            }
        }

        return ecriture.Encode();
    }

    private static Emboitement Attribut(AsnWriter ecriture, string oid)
    {
        var sequence = ecriture.PushSequence();
        ecriture.WriteObjectIdentifier(oid);
        return new(sequence, ecriture.PushSetOf());
    }

    private readonly struct Emboitement(AsnWriter.Scope sequence, AsnWriter.Scope ensemble) : IDisposable
    {
        public void Dispose()
        {
            ensemble.Dispose();
            sequence.Dispose();
        }
    }

    internal sealed record SignatureNue(
        byte[] Attributs, byte[] Valeur, X509Certificate2 Certificat, IReadOnlyList<X509Certificate2> Autres, (string Type, byte[] Octets)? Contenu)
    {
        /// <param name="jeton">A timestamp token over <see cref="Valeur"/>.</param>
        public byte[] Encoder(byte[]? jeton = null)
        {
            var ecriture = new AsnWriter(AsnEncodingRules.DER);
            using (ecriture.PushSequence())
            {
                ecriture.WriteObjectIdentifier(OidsCms.DonneesSignees);
                using (ecriture.PushSequence(Zero))
                using (ecriture.PushSequence())
                {
                    ecriture.WriteInteger(Contenu is null ? 1 : 3);
                    using (ecriture.PushSetOf())
                    {
                        Algorithme(ecriture, OidsCms.Sha256, avecNul: false);
                    }

                    EcrireContenu(ecriture);
                    using (ecriture.PushSetOf(Zero))
                    {
                        foreach (var certificat in (IEnumerable<X509Certificate2>)[Certificat, .. Autres])
                        {
                            ecriture.WriteEncodedValue(certificat.RawData);
                        }
                    }

                    using (ecriture.PushSetOf())
                    {
                        EcrireSignataire(ecriture, jeton);
                    }
                }
            }

            return ecriture.Encode();
        }

        private void EcrireContenu(AsnWriter ecriture)
        {
            using (ecriture.PushSequence())
            {
                ecriture.WriteObjectIdentifier(Contenu?.Type ?? OidsCms.Donnees);
                if (Contenu is { } contenu)
                {
                    using (ecriture.PushSequence(Zero))
                    {
                        ecriture.WriteOctetString(contenu.Octets);
                    }
                }
            }
        }

        private void EcrireSignataire(AsnWriter ecriture, byte[]? jeton)
        {
            using (ecriture.PushSequence())
            {
                ecriture.WriteInteger(1);
                using (ecriture.PushSequence())
                {
                    ecriture.WriteEncodedValue(Certificat.IssuerName.RawData);
                    ecriture.WriteInteger(Certificat.SerialNumberBytes.Span);
                }

                Algorithme(ecriture, OidsCms.Sha256, avecNul: false);

                // the same bytes as were signed, under their implicit tag
                byte[] attributs = [.. Attributs];
                attributs[0] = 0xA0;
                ecriture.WriteEncodedValue(attributs);
                var rsa = Certificat.PublicKey.Oid.Value == OidsCms.Rsa;
                Algorithme(ecriture, rsa ? OidsCms.Rsa : OidsCms.EcdsaSha256, avecNul: rsa);
                ecriture.WriteOctetString(Valeur);
                if (jeton is not null)
                {
                    using (ecriture.PushSetOf(Un))
                    using (Attribut(ecriture, OidsCms.Horodatage))
                    {
                        ecriture.WriteEncodedValue(jeton);
                    }
                }
            }
        }

        private static void Algorithme(AsnWriter ecriture, string oid, bool avecNul)
        {
            using (ecriture.PushSequence())
            {
                ecriture.WriteObjectIdentifier(oid);
                if (avecNul)
                {
                    ecriture.WriteNull();
                }
            }
        }
    }
}
