using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtgPortal.Application.Comptes.Cles;

namespace CtgPortal.TestSupport;

/// <summary>A device that makes one passkey and answers challenges with it, as browsers hand them over.</summary>
/// <param name="origine">Of the page that the device believes it is on.</param>
internal sealed class AuthentificateurDeTest(string origine = "http://localhost") : IDisposable
{
    private const byte PresenteEtVerifiee = 0x05;
    private const byte AvecCle = 0x40;

    private readonly ECDsa _cle = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _identifiant = RandomNumberGenerator.GetBytes(16);
    private string? _titulaire;
    private uint _compteur;

    /// <summary>The answer to <see cref="ProposerCle"/>.</summary>
    public string Creer(DefiLance defi)
    {
        var options = JsonNode.Parse(defi.Options)!;
        _titulaire = (string)options["user"]!["id"]!;
        var point = _cle.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] donnees =
        [
            .. Donnees((string)options["rp"]!["id"]!, PresenteEtVerifiee | AvecCle), .. new byte[16], 0, (byte)_identifiant.Length, .. _identifiant, .. cose,
        ];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)donnees.Length, .. donnees,
        ];
        return Dire(defi, new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(Client("webauthn.create", options)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>The answer to a challenge to sign in, or to sign.</summary>
    public string Repondre(DefiLance defi)
    {
        var options = JsonNode.Parse(defi.Options)!;
        var (client, donnees) = (Client("webauthn.get", options), Donnees((string)options["rpId"]!, PresenteEtVerifiee));
        return Dire(defi, new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(donnees),
            ["signature"] = Base64Url.EncodeToString(
                _cle.SignData([.. donnees, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _titulaire,
        });
    }

    public void Dispose() => _cle.Dispose();

    private string Dire(DefiLance defi, JsonObject reponse) => $"{defi.Id} " + new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(_identifiant),
        ["rawId"] = Base64Url.EncodeToString(_identifiant),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = reponse,
    }.ToJsonString();

    private byte[] Client(string type, JsonNode options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = (string)options["challenge"]!, origin = origine, crossOrigin = false });

    private byte[] Donnees(string domaine, byte drapeaux)
    {
        var compteur = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(compteur, ++_compteur);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domaine)), drapeaux, .. compteur];
    }
}
