using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>Who acted: an account, somebody who held a link (no account), or a job.</summary>
public sealed record ActeurPreuve(UtilisateurId? Compte, string Nom);

/// <summary>Where a request came from; both null for a job.</summary>
public sealed record AppelPreuve(string? AdresseIp, string? Agent)
{
    public static readonly AppelPreuve Aucun = new(null, null);
}

/// <summary>What a fact says, whatever its type.</summary>
/// <param name="Faits">All that it carries.</param>
public sealed record FaitPreuve(SignatureId Circuit, string Type, DateTimeOffset Le, Guid? Ligne, JsonObject Faits);

/// <summary>
/// One link of the chain of a circuit: it holds the SHA-256 of the one before, so that nothing can be changed, put in, taken out or
/// moved without breaking all that follows. Never altered, but for the IP address, which is erased after a time: the chain holds an
/// HMAC of it under a key of its own, erased with it, and so stays whole. Addresses of people are held apart in the same way, so that
/// the proof can be shown to somebody who may not read them.
/// </summary>
public sealed class EvenementPreuve
{
    public const int TypeLongueurMax = 80;
    public const int NomLongueurMax = 250;
    public const int AgentLongueurMax = 300;
    public const int IpLongueurMax = 64;

    /// <summary>What the first link has in place of the one before.</summary>
    public static readonly string Origine = new('0', 64);

    private EvenementPreuve()
    {
    }

    public SignatureId SignatureId { get; private init; }

    /// <summary>From 1, without a gap.</summary>
    public int Numero { get; private init; }

    public string Type { get; private init; } = "";

    /// <summary>To the microsecond, which is what the database keeps.</summary>
    public DateTimeOffset Le { get; private init; }

    public Guid? Ligne { get; private init; }

    public UtilisateurId? Par { get; private init; }

    public string ParNom { get; private init; } = "";

    /// <summary>The browser, as it calls itself.</summary>
    public string? Agent { get; private init; }

    /// <summary>HMAC-SHA256 of the IP address under <see cref="IpCle"/>.</summary>
    public string? IpScellee { get; private init; }

    /// <summary>Canonical JSON of what the fact carries; the values of <see cref="Reserve"/> are HMAC there.</summary>
    public string Faits { get; private init; } = "{}";

    public string Precedente { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Maillon"/>.</summary>
    public string Empreinte { get; private init; } = "";

    /// <summary>Outside the fingerprint; null once erased.</summary>
    public string? Ip { get; private init; }

    /// <summary>Erased with the address, which nobody can then find again by trying them all.</summary>
    public byte[]? IpCle { get; private init; }

    /// <summary>Outside the fingerprint: canonical JSON of the addresses of people held apart, by their path.</summary>
    public string? Reserve { get; private init; }

    public byte[]? ReserveCle { get; private init; }

    public Tete Tete => new(Numero, Empreinte);

    /// <param name="precedent">The head of the chain; null for its first link.</param>
    public static EvenementPreuve Suivant(Tete? precedent, FaitPreuve fait, ActeurPreuve acteur, AppelPreuve appel)
    {
        var ip = Nettoyer(appel.AdresseIp, IpLongueurMax);
        var ipCle = ip is null ? null : RandomNumberGenerator.GetBytes(32);
        var reserve = new ValeursReservees();
        var faits = reserve.MettreAPart(fait.Faits);
        var evenement = new EvenementPreuve
        {
            SignatureId = fait.Circuit,
            Numero = (precedent?.Numero ?? 0) + 1,
            Type = fait.Type,
            Le = AuMicroseconde(fait.Le),
            Ligne = fait.Ligne,
            Par = acteur.Compte,
            ParNom = Nettoyer(acteur.Nom, NomLongueurMax) ?? "",
            Agent = Nettoyer(appel.Agent, AgentLongueurMax),
            IpScellee = ip is null ? null : ValeursReservees.Sceller(ipCle!, ip),
            Faits = JsonCanonique.Ecrire(faits),
            Precedente = precedent?.Empreinte ?? Origine,
            Ip = ip,
            IpCle = ipCle,
            Reserve = reserve.Valeurs.Count == 0 ? null : JsonCanonique.Ecrire(reserve.Valeurs),
            ReserveCle = reserve.Valeurs.Count == 0 ? null : reserve.Cle,
        };
        return evenement.Avec(evenement.Calculer());
    }

    /// <summary>What the fingerprint is made of; the proof file gives it as it is.</summary>
    public JsonObject Maillon() => new()
    {
        ["circuit"] = SignatureId.Value.ToString(),
        ["numero"] = Numero,
        ["type"] = Type,
        ["le"] = Le.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["ligne"] = Ligne?.ToString(),
        ["acteur"] = new JsonObject { ["compte"] = Par?.Value.ToString(), ["nom"] = ParNom },
        ["appel"] = new JsonObject { ["agent"] = Agent, ["ip"] = IpScellee },
        ["faits"] = JsonNode.Parse(Faits),
        ["precedente"] = Precedente,
    };

    /// <summary>The fingerprint as it should be.</summary>
    public string Calculer() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonCanonique.Ecrire(Maillon()))));

    private EvenementPreuve Avec(string empreinte) => new()
    {
        SignatureId = SignatureId,
        Numero = Numero,
        Type = Type,
        Le = Le,
        Ligne = Ligne,
        Par = Par,
        ParNom = ParNom,
        Agent = Agent,
        IpScellee = IpScellee,
        Faits = Faits,
        Precedente = Precedente,
        Ip = Ip,
        IpCle = IpCle,
        Reserve = Reserve,
        ReserveCle = ReserveCle,
        Empreinte = empreinte,
    };

    private static DateTimeOffset AuMicroseconde(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Without what no text column takes: controls and halves of characters.</summary>
    private static string? Nettoyer(string? texte, int longueurMax)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        var propre = string.Concat(texte.EnumerateRunes().Where(r => !Rune.IsControl(r))).Trim();
        return propre.Length <= longueurMax ? propre : string.Concat(propre.EnumerateRunes().TakeWhile(Tient(longueurMax)));
    }

    private static Func<Rune, bool> Tient(int longueurMax)
    {
        var longueur = 0;
        return rune => (longueur += rune.Utf16SequenceLength) <= longueurMax;
    }
}
