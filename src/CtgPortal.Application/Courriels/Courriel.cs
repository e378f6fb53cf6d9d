using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Courriels;

/// <summary>A file that travels with a message.</summary>
/// <param name="TypeMime">With its parameters, such as <c>text/calendar; method=REQUEST</c>.</param>
public sealed record PieceDeCourriel(string Nom, string TypeMime, byte[] Contenu);

/// <summary>What writes a message at the moment it leaves, so that it says what is true then.</summary>
public enum CompositionCourriel
{
    /// <summary>The comments that mention somebody and still wait for them.</summary>
    Mentions,
}

/// <summary>What only the recipient of a message may know: drawn as it leaves, and kept in no place where it can be read.</summary>
public enum SecretDeCourriel
{
    /// <summary>The personal link of one line of a circuit.</summary>
    LienSignature,

    /// <summary>The one-time code of one line of a circuit.</summary>
    CodeSignature,
}

/// <summary>A message waiting in the outbox. Added in the transaction of what causes it; a job sends it.</summary>
public sealed class Courriel
{
    public const int ObjetLongueurMax = 200;
    public const int TentativesMax = 8;

    /// <summary>Stands where a name, an address or a text was.</summary>
    public const string Efface = "(effacé)";

    /// <summary>Stands where the secret is written as the message leaves; what is kept never says it.</summary>
    public const string PlaceDuSecret = "(connu du seul destinataire)";

    private Courriel()
    {
    }

    public Guid Id { get; private init; }

    public string Destinataire { get; private set; } = "";

    public string Objet { get; private set; } = "";

    /// <summary>Plain text; the job derives the HTML part from it, so that both always say the same.</summary>
    public string Texte { get; private set; } = "";

    public PieceDeCourriel? PieceJointe { get; private set; }

    /// <summary>The workshop it invites to: its recipient is erased with the names of that workshop.</summary>
    public AtelierId? AtelierId { get; private init; }

    /// <summary>Null when its words were written with it.</summary>
    public CompositionCourriel? Composition { get; private init; }

    /// <summary>The account it is written for when it leaves.</summary>
    public UtilisateurId? UtilisateurId { get; private init; }

    /// <summary>Written in place of <see cref="PlaceDuSecret"/> as it leaves; null for a message without one.</summary>
    public SecretDeCourriel? Secret { get; private init; }

    /// <summary>The line of a circuit that the secret is for.</summary>
    public LigneSignatureId? LigneId { get; private init; }

    public DateTimeOffset CreeLe { get; private init; }

    public DateTimeOffset? EnvoyeLe { get; private set; }

    public int Tentatives { get; private set; }

    public DateTimeOffset ProchaineTentativeLe { get; private set; }

    public string? DerniereErreur { get; private set; }

    public bool EstAbandonne => EnvoyeLe is null && Tentatives >= TentativesMax;

    public static Courriel Ecrire(string destinataire, string objet, string texte, DateTimeOffset now, PieceDeCourriel? pieceJointe = null, AtelierId? atelier = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Destinataire = destinataire,
        Objet = objet,
        Texte = texte,
        PieceJointe = pieceJointe,
        AtelierId = atelier,
        CreeLe = now,
        ProchaineTentativeLe = now,
    };

    /// <summary>A message with something that only its recipient may know, where the text says <see cref="PlaceDuSecret"/>.</summary>
    public static Courriel Confier(SecretDeCourriel secret, LigneSignatureId ligne, string destinataire, string objet, string texte, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Destinataire = destinataire,
        Objet = objet,
        Texte = texte,
        Secret = secret,
        LigneId = ligne,
        CreeLe = now,
        ProchaineTentativeLe = now,
    };

    /// <summary>A message whose words are found when it leaves, not before <paramref name="delai"/>.</summary>
    public static Courriel Differer(CompositionCourriel composition, UtilisateurId utilisateur, string destinataire, DateTimeOffset now, TimeSpan delai) => new()
    {
        Id = Guid.CreateVersion7(now),
        Destinataire = destinataire,
        Objet = "Des commentaires vous mentionnent",
        Texte = "Ce message s’écrit au moment de partir.",
        Composition = composition,
        UtilisateurId = utilisateur,
        CreeLe = now,
        ProchaineTentativeLe = now + delai,
    };

    /// <summary>What it says, found as it leaves.</summary>
    public void Composer(string objet, string texte) => (Objet, Texte) = (objet, texte);

    public void NoterEnvoi(DateTimeOffset now) => (EnvoyeLe, DerniereErreur, Tentatives) = (now, null, Tentatives + 1);

    /// <summary>Waits 1, 2, 4 … minutes before the next attempt.</summary>
    public void NoterEchec(string erreur, DateTimeOffset now)
    {
        Tentatives++;
        DerniereErreur = erreur;
        ProchaineTentativeLe = now.AddMinutes(Math.Pow(2, Tentatives - 1));
    }

    /// <summary>The mail server itself did not answer: no fault of the message, so the attempt does not count.</summary>
    public void Reporter(string erreur, DateTimeOffset now) => (DerniereErreur, ProchaineTentativeLe) = (erreur, now.AddMinutes(1));

    /// <summary>Forgets to whom it went and what it said; that it left, and when, remains.</summary>
    /// <exception cref="InvalidOperationException">It has not left: it is to be removed instead.</exception>
    public void Effacer()
    {
        if (EnvoyeLe is null)
        {
            throw new InvalidOperationException("A message that has not left is removed, not erased.");
        }

        (Destinataire, Texte, PieceJointe) = (Efface, Efface, null);
    }

    /// <summary>An administrator asks for another round of attempts.</summary>
    public void Relancer(DateTimeOffset now) => (Tentatives, ProchaineTentativeLe) = (0, now);
}
