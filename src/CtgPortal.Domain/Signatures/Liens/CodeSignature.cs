using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures.Liens;

public readonly record struct CodeSignatureId(Guid Value) : IStronglyTypedId<CodeSignatureId>
{
    public static CodeSignatureId From(Guid value) => new(value);

    public static CodeSignatureId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A code sent to the address of one line, for one text: six digits, once, for a few minutes and a few attempts. The code itself is
/// kept nowhere. It is drawn as its message leaves, so that the time spent in the outbox is not taken from the person.
/// </summary>
public sealed class CodeSignature
{
    public const int Chiffres = 6;
    public const int EssaisMax = 5;
    public const int ParHeureMax = 5;

    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);

    /// <summary>Between two demands.</summary>
    public static readonly TimeSpan Intervalle = TimeSpan.FromMinutes(1);

    /// <summary>After the last attempt allowed.</summary>
    public static readonly TimeSpan Penitence = TimeSpan.FromMinutes(5);

    private CodeSignature()
    {
    }

    public CodeSignatureId Id { get; private init; }

    public SignatureId SignatureId { get; private init; }

    public LigneSignatureId LigneId { get; private init; }

    /// <summary>SHA-256 of the text that it signs.</summary>
    public string EmpreinteTexte { get; private init; } = "";

    public DateTimeOffset DemandeLe { get; private init; }

    /// <summary>HMAC-SHA256 of the code; null until its message leaves.</summary>
    public string? Sceau { get; private set; }

    /// <summary>The key of <see cref="Sceau"/>, itself protected: the database alone does not tell the code by trying them all.</summary>
    public byte[]? Cle { get; private set; }

    public DateTimeOffset? ExpireLe { get; private set; }

    /// <summary>Wrong ones.</summary>
    public int Essais { get; private set; }

    public DateTimeOffset? DernierEssaiLe { get; private set; }

    public DateTimeOffset? UtiliseLe { get; private set; }

    public bool EstEpuise => Essais >= EssaisMax;

    /// <param name="precedents">Those that this line asked for in the last hour.</param>
    /// <exception cref="BusinessRuleException">The person may not sign now, or asks too often.</exception>
    public static CodeSignature Demander(
        Signature circuit, LigneSignatureId ligne, IReadOnlyCollection<CodeSignature> precedents, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. circuit.ObstaclesASigner(circuit.Lignes.FirstOrDefault(l => l.Id == ligne), now.JourEnFrance()),
            .. When(
                now < ProchainLe(precedents, now), "code-trop-tot",
                $"Un code vient d’être demandé : attendez {(ProchainLe(precedents, now) - now) switch { { TotalMinutes: > 1 } t => $"{Math.Ceiling(t.TotalMinutes)} minutes", _ => "une minute" }} avant d’en demander un autre."),
        ]);
        return new() { Id = CodeSignatureId.New(), SignatureId = circuit.Id, LigneId = ligne, EmpreinteTexte = circuit.Empreinte, DemandeLe = now };
    }

    /// <summary>When another code may be asked for; in the past when it may now.</summary>
    public static DateTimeOffset ProchainLe(IReadOnlyCollection<CodeSignature> precedents, DateTimeOffset now)
    {
        var recents = precedents.Where(p => p.DemandeLe > now.AddHours(-1)).OrderBy(p => p.DemandeLe).ToList();
        return recents switch
        {
            [] => now,
            { Count: >= ParHeureMax } => recents[^ParHeureMax].DemandeLe.AddHours(1),
            [.., { EstEpuise: true } dernier] => dernier.DernierEssaiLe!.Value + Penitence,
            [.., var dernier] => dernier.DemandeLe + Intervalle,
        };
    }

    /// <summary>Six digits from a cryptographic generator, each as likely as the others.</summary>
    public static string Tirer() => RandomNumberGenerator.GetString("0123456789", Chiffres);

    /// <summary>Bound to the line and to the text, so that a code of one is nothing for another.</summary>
    public static string Sceller(byte[] cle, LigneSignatureId ligne, string empreinteTexte, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(cle, Encoding.UTF8.GetBytes($"{ligne.Value:N}|{empreinteTexte}|{code}")));

    /// <summary>As its message leaves.</summary>
    /// <param name="cle">As kept.</param>
    public void Partir(string sceau, byte[] cle, DateTimeOffset now) => (Sceau, Cle, ExpireLe) = (sceau, cle, now + Duree);

    /// <summary>It can still be given: it has left or is about to, nobody used it, and attempts are left.</summary>
    public bool EstAttendu(DateTimeOffset now) => UtiliseLe is null && !EstEpuise && now <= (ExpireLe ?? DemandeLe + Duree);

    /// <summary>Counts the attempt, and uses the code up when it is the one.</summary>
    /// <param name="sceau">Of what was given, for the text that was read.</param>
    public bool Essayer(string sceau, DateTimeOffset now)
    {
        if (Sceau is null || !EstAttendu(now))
        {
            return false;
        }

        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(sceau), Encoding.ASCII.GetBytes(Sceau)))
        {
            UtiliseLe = now;
            return true;
        }

        (Essais, DernierEssaiLe) = (Essais + 1, now);
        return false;
    }
}
