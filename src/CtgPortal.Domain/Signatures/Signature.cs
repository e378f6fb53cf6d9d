using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures;

public readonly record struct SignatureId(Guid Value) : IStronglyTypedId<SignatureId>
{
    public static SignatureId From(Guid value) => new(value);

    public static SignatureId New() => new(Guid.CreateVersion7());
}

public enum StatutSignature
{
    Ouverte,
    Complete,

    /// <summary>The parties went back to the text; what was signed stays as proof and counts for nothing.</summary>
    Annulee,
}

/// <summary>One circuit for one frozen version of the text. Signers are rows; what one signed never changes.</summary>
public sealed class Signature : AggregateRoot
{
    private readonly List<LigneSignature> _lignes = [];

    private Signature()
    {
    }

    public SignatureId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>From 1; each return to the text opens another version.</summary>
    public int NumeroVersion { get; private init; }

    public PieceId TexteId { get; private init; }

    public PieceId DonneesId { get; private init; }

    /// <summary>SHA-256 of the frozen PDF, 64 lower-case hexadecimal digits: what each signer signs.</summary>
    public string Empreinte { get; private init; } = "";

    /// <summary>Printed on each page of the frozen text, see <see cref="ReferenceDocument"/>.</summary>
    public string Reference { get; private init; } = "";

    public DateTimeOffset OuverteLe { get; private init; }

    public StatutSignature Statut { get; private set; }

    public string? MotifAnnulation { get; private set; }

    public IReadOnlyList<LigneSignature> Lignes => [.. _lignes.OrderBy(l => l.Rang)];

    public bool EstComplete => Statut == StatutSignature.Complete;

    /// <summary>Day of the last signature, paper or portal; null before the first.</summary>
    public DateOnly? DerniereSignatureLe => _lignes.Where(l => l.SigneeLe is not null).Max(l => l.SigneeLe);

    /// <summary>Opens a circuit for everyone designated on the convention.</summary>
    /// <param name="reference">The one that the frozen text bears; a new one for a text that bears none.</param>
    /// <exception cref="BusinessRuleException">Nobody is designated.</exception>
    public static Signature Ouvrir(Convention convention, int numeroVersion, Piece texte, Piece donnees, DateTimeOffset now, string? reference = null)
    {
        BusinessRuleException.ThrowIfAny(When(
            convention.Parties.All(p => p.Signataires.Count == 0), "aucun-signataire", "Désignez au moins un signataire."));
        var signature = new Signature
        {
            Id = SignatureId.New(),
            ConventionId = convention.Id,
            NumeroVersion = numeroVersion,
            TexteId = texte.Id,
            DonneesId = donnees.Id,
            Empreinte = texte.Empreinte,
            Reference = reference ?? ReferenceDocument.Nouvelle(),
            OuverteLe = now,
            Statut = StatutSignature.Ouverte,
        };
        signature._lignes.AddRange(convention.Parties
            .OrderBy(p => p.Rang)
            .SelectMany(p => p.Signataires.OrderBy(s => s.Rang).Select(s => (Partie: p, Signataire: s)))
            .Select((x, i) => new LigneSignature(x.Signataire, x.Partie.Nom, i + 1)));
        signature.Record(new SignatureOuverte(convention.Id, signature.Id, numeroVersion, texte.Empreinte, signature._lignes.Count, now));
        return signature;
    }

    /// <summary>The signer signs in the portal the text whose fingerprint they were shown.</summary>
    /// <param name="courriel">Address of the account, which must be the one of the designated person.</param>
    /// <param name="empreinteLue">Fingerprint carried by the page they read.</param>
    /// <param name="pour">The row they were shown, so that a form sent twice never signs for another party; null for their next one.</param>
    /// <exception cref="BusinessRuleException">Not designated, already signed, another text, or the circuit is not open.</exception>
    public void Signer(UtilisateurId utilisateur, string? courriel, string empreinteLue, DateTimeOffset now, SignataireId? pour = null)
    {
        var ligne = pour is null ? LigneDe(courriel) : LignesDe(courriel).Find(l => l.SignataireId == pour);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. When(ligne is null, "non-designe", "Vous n’êtes pas désigné pour signer cette convention."),
            .. When(ligne is { EstSignee: true }, "deja-signe", "Vous avez déjà signé cette version."),
            .. When(empreinteLue != Empreinte, "autre-texte", "Le texte a changé depuis que vous l’avez ouvert : relisez-le avant de signer."),
        ]);
        ligne!.SignerAuPortail(utilisateur, now);
        Conclure(ligne, now);
    }

    /// <summary>A signature given by hand, with its day and its scan.</summary>
    /// <exception cref="BusinessRuleException">Unknown signer, already signed, circuit not open, or a day in the future.</exception>
    public void RecueillirSurPapier(SignataireId signataire, DateOnly signeeLe, PieceId scan, DateTimeOffset now)
    {
        var ligne = _lignes.Find(l => l.SignataireId == signataire);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. When(ligne is null, "non-designe", "Cette personne n’est pas désignée pour signer cette version."),
            .. When(ligne is { EstSignee: true }, "deja-signe", "Cette signature est déjà enregistrée."),
            .. When(signeeLe > now.JourEnFrance(), "signature-future", "La date de signature est dans l’avenir."),
            .. When(signeeLe.Year < Periode.PremiereAnnee, "date-invalide", "Cette date n’est pas plausible."),
        ]);
        ligne!.SignerSurPapier(signeeLe, scan, now);
        Conclure(ligne, now);
    }

    /// <summary>Voids the circuit when the parties go back to the text; the rows stay as they are.</summary>
    /// <exception cref="BusinessRuleException">Already complete or void, or no reason given.</exception>
    public void Annuler(string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesGeneraux(), .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent)]);
        (Statut, MotifAnnulation) = (StatutSignature.Annulee, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax));
        Record(new SignatureAnnulee(ConventionId, Id, MotifAnnulation, _lignes.Count(l => l.EstSignee), now));
    }

    /// <summary>
    /// The row that an account signs next, or null when it is not designated. One person may sign for two parties, as president of
    /// the one and mayor of the other: each signature is an act of its own.
    /// </summary>
    public LigneSignature? LigneDe(string? courriel) =>
        LignesDe(courriel).Find(l => !l.EstSignee) ?? LignesDe(courriel).FirstOrDefault();

    private List<LigneSignature> LignesDe(string? courriel) =>
        courriel is null ? [] : [.. Lignes.Where(l => string.Equals(l.Courriel, courriel, StringComparison.OrdinalIgnoreCase))];

    private IEnumerable<Obstacle> ObstaclesGeneraux() => When(
        Statut != StatutSignature.Ouverte, "signature-close",
        Statut == StatutSignature.Complete ? "Toutes les signatures sont déjà recueillies." : "Cette version n’est plus à signer : la convention est revenue en rédaction.");

    private void Conclure(LigneSignature ligne, DateTimeOffset now)
    {
        Record(new SignatureRecueillie(ConventionId, Id, ligne.NomComplet, ligne.Mode!.Value, Empreinte, now));
        if (_lignes.TrueForAll(l => l.EstSignee))
        {
            Statut = StatutSignature.Complete;
            Record(new SignatureCompletee(ConventionId, Id, now));
        }
    }
}
