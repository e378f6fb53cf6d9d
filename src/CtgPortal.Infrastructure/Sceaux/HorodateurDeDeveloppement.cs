using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>The private authority dates in process: a token as RFC 3161 describes it, from a certificate whose name says that it is worth nothing.</summary>
internal sealed class HorodateurDeDeveloppement(AutoriteDeDeveloppement autorite, TimeProvider clock)
{
    public Horodatage Horodater(ReadOnlySpan<byte> sha256)
    {
        using var cle = autorite.OuvrirHorodatage();
        var le = clock.GetUtcNow();
        var jeton = JetonHorodatage.Ecrire(sha256, le, nonce: null, cle);
        return new(jeton, new(le.Ticks - (le.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero), cle.Certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }
}

internal static class JetonHorodatage
{
    // under the arc of UUIDs: belongs to nobody else
    public const string Politique = "2.25.121829763041583716059433102914773012";

    public static byte[] Ecrire(ReadOnlySpan<byte> sha256, DateTimeOffset le, ReadOnlyMemory<byte>? nonce, ICleDeSceau cle)
    {
        var info = Info(sha256, le, nonce);
        return EcritureCms.Signer(SHA256.HashData(info), cle, (OidsCms.InfoHorodatage, info)).Encoder();
    }

    /// <summary>TSTInfo of RFC 3161 § 2.4.2.</summary>
    private static byte[] Info(ReadOnlySpan<byte> sha256, DateTimeOffset le, ReadOnlyMemory<byte>? nonce)
    {
        var ecriture = new AsnWriter(AsnEncodingRules.DER);
        using (ecriture.PushSequence())
        {
            ecriture.WriteInteger(1);
            ecriture.WriteObjectIdentifier(Politique);
            using (ecriture.PushSequence())
            {
                using (ecriture.PushSequence())
                {
                    ecriture.WriteObjectIdentifier(OidsCms.Sha256);
                    ecriture.WriteNull();
                }

                ecriture.WriteOctetString(sha256);
            }

            ecriture.WriteIntegerUnsigned([1, .. RandomNumberGenerator.GetBytes(15)]);
            ecriture.WriteGeneralizedTime(le, omitFractionalSeconds: true);
            if (nonce is { } recu)
            {
                ecriture.WriteInteger(recu.Span);
            }
        }

        return ecriture.Encode();
    }
}
