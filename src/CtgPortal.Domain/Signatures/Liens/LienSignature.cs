using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures.Liens;

public enum EtatLien
{
    Valide,

    /// <summary>Others sign before.</summary>
    PasEncore,

    DejaSigne,

    /// <summary>Signed on paper, and not looked at by a second person yet.</summary>
    ScanDepose,

    /// <summary>The person refused since: they ask for another link to sign after all.</summary>
    Refuse,

    Remplace,
    Retire,

    /// <summary>The parties went back to the text: what this link shows is not to be signed any more.</summary>
    AutreVersion,

    /// <summary>The last day of the circuit is past: somebody must prolong it, another link changes nothing.</summary>
    DelaiPasse,

    /// <summary>Too old: another one is to be had.</summary>
    Perime,
}

/// <summary>
/// A personal link, sent to one line of one circuit: it opens the frozen version of that circuit and no other. Only the SHA-256 of its
/// token is kept; whether it still serves follows from the facts of the circuit, so that a replacement, a refusal or a return to the
/// text ends it at once. One line may have received several: each reminder brings one.
/// </summary>
public sealed class LienSignature
{
    /// <summary>How long a link of a circuit without a deadline serves.</summary>
    public const int JoursSansEcheance = 30;

    public const int OctetsDuJeton = 32;

    private LienSignature()
    {
    }

    /// <summary>SHA-256 of the token, 64 lower-case hexadecimal digits.</summary>
    public string Empreinte { get; private init; } = "";

    public SignatureId SignatureId { get; private init; }

    public LigneSignatureId LigneId { get; private init; }

    /// <summary>SHA-256 of the text that it opens.</summary>
    public string EmpreinteTexte { get; private init; } = "";

    public DateTimeOffset CreeLe { get; private init; }

    /// <returns>The link, and the token that nobody can find again from it.</returns>
    public static (LienSignature Lien, string Jeton) Creer(Signature circuit, LigneSignatureId ligne, DateTimeOffset now)
    {
        var jeton = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OctetsDuJeton));
        return (new() { Empreinte = EmpreinteDe(jeton), SignatureId = circuit.Id, LigneId = ligne, EmpreinteTexte = circuit.Empreinte, CreeLe = now }, jeton);
    }

    public static string EmpreinteDe(string jeton) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(jeton)));

    /// <param name="circuit">The one that it was sent for.</param>
    public EtatLien Etat(Signature circuit, DateTimeOffset now)
    {
        var ligne = circuit.Lignes.Single(l => l.Id == LigneId);
        return ligne.Etat switch
        {
            _ when circuit.Statut == StatutSignature.Annulee => EtatLien.AutreVersion,
            EtatLigne.Signee or EtatLigne.Reportee => EtatLien.DejaSigne,
            EtatLigne.AControler => EtatLien.ScanDepose,
            EtatLigne.Remplacee => EtatLien.Remplace,
            EtatLigne.Retiree or EtatLigne.Informee => EtatLien.Retire,
            _ when circuit.EstExpiree(now.JourEnFrance()) => EtatLien.DelaiPasse,
            EtatLigne.Refusee when CreeLe <= ligne.RefuseeLe => EtatLien.Refuse,
            EtatLigne.EnAttente => EtatLien.PasEncore,
            _ when circuit.ExpireLe is null && now > CreeLe.AddDays(JoursSansEcheance) => EtatLien.Perime,
            _ => EtatLien.Valide,
        };
    }

    /// <summary>What the circuit itself does not refuse.</summary>
    /// <exception cref="BusinessRuleException">The link is too old, was ended by a refusal, or opens another text.</exception>
    public void Exiger(Signature circuit, DateTimeOffset now)
    {
        var etat = Etat(circuit, now);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(etat == EtatLien.Perime, "lien-perime", "Ce lien n’est plus valable : demandez-en un nouveau."),
            .. When(etat == EtatLien.Refuse, "lien-apres-refus", "Vous avez refusé de signer : demandez un nouveau lien si vous changez d’avis."),
            .. When(EmpreinteTexte != circuit.Empreinte, "autre-texte", "Ce lien ouvre un autre texte."),
        ]);
    }
}
