using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
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

    /// <summary>Ended before completion: the parties went back to the text. What was signed stays as proof.</summary>
    Annulee,
}

/// <summary>One circuit for one frozen version of the text. Its people are lines; what one signed never changes.</summary>
public sealed partial class Signature : AggregateRoot
{
    private readonly List<LigneSignature> _lignes = [];

    private Signature()
    {
    }

    public SignatureId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>The avenant that is signed; null for the convention itself.</summary>
    public AvenantId? AvenantId { get; private init; }

    public int? AvenantNumero { get; private init; }

    /// <summary>From 1; each return to the text opens another version, and each avenant too.</summary>
    public int NumeroVersion { get; private init; }

    public PieceId TexteId { get; private init; }

    public PieceId DonneesId { get; private init; }

    /// <summary>SHA-256 of the frozen PDF, 64 lower-case hexadecimal digits: what each signer signs.</summary>
    public string Empreinte { get; private init; } = "";

    /// <summary>Printed on each page of the frozen text, see <see cref="ReferenceDocument"/>.</summary>
    public string Reference { get; private init; } = "";

    public DateTimeOffset OuverteLe { get; private init; }

    public OrdreCircuit Ordre { get; private init; }

    /// <summary>Last day to sign; null for none. Past it nothing is lost: it can be prolonged.</summary>
    public DateOnly? ExpireLe { get; private set; }

    public StatutSignature Statut { get; private set; }

    /// <summary>The portal reminds each week those whose turn it is, as many times as by hand.</summary>
    public bool RelanceDOffice { get; private init; }

    public string? MotifAnnulation { get; private set; }

    public DateTimeOffset? AnnuleeLe { get; private set; }

    /// <summary>Accepted at the opening.</summary>
    public IReadOnlyList<ReserveAcceptee> Reserves { get; private set; } = [];

    public Ceremonie? Ceremonie { get; private set; }

    /// <summary>Grows with each date, so that calendars follow.</summary>
    public int SequenceCeremonie { get; private set; }

    /// <summary>Visas, then signers in the order of the document, then observers; who replaces follows who is replaced.</summary>
    public IReadOnlyList<LigneSignature> Lignes =>
        [.. _lignes.OrderBy(l => l.Role switch { RoleLigne.Visa => 0, RoleLigne.Signataire => 1, _ => 2 }).ThenBy(l => l.Numero).ThenBy(l => l.Id.Value)];

    public bool EstComplete => Statut == StatutSignature.Complete;

    /// <summary>Somebody refuses: nobody is reminded until they sign after all, are replaced, or the parties go back.</summary>
    public bool EstArretee => Statut == StatutSignature.Ouverte && _lignes.Exists(l => l.Etat == EtatLigne.Refusee);

    /// <summary>Day of the last signature; null before the first.</summary>
    public DateOnly? DerniereSignatureLe =>
        _lignes.Where(l => l.EstVivante && l.Role == RoleLigne.Signataire && l.SigneeLe is not null).Max(l => l.SigneeLe);

    public bool EstExpiree(DateOnly aujourdhui) => Statut == StatutSignature.Ouverte && ExpireLe < aujourdhui;

    /// <summary>Opens a circuit for everyone designated on the convention, and calls those whose turn it is.</summary>
    /// <param name="reference">The one that the frozen text bears; a new one for a text that bears none.</param>
    /// <param name="annulee">
    /// A voided circuit whose text binds to the same things: what was signed there counts here. Only the caller knows that the two
    /// texts differ by nothing that binds.
    /// </param>
    /// <exception cref="BusinessRuleException">Nobody is designated, or choices that cannot be.</exception>
    public static Signature Ouvrir(
        Convention convention, int numeroVersion, Piece texte, Piece donnees, OuvertureCircuit ouverture, DateTimeOffset now, string? reference = null,
        Signature? annulee = null)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(convention.Parties.All(p => p.Signataires.Count == 0), "aucun-signataire", "Désignez au moins un signataire."),
            .. When(ouverture.ExpireLe < now.JourEnFrance(), "expiration-passee", "Le dernier jour pour signer est déjà passé."),
            .. When(ouverture.Associes.Count > OuvertureCircuit.AssociesMax, "associes-trop-nombreux", $"Un circuit compte au plus {OuvertureCircuit.AssociesMax} visas et observateurs."),
            .. When(
                ouverture.Rangs.Values.Concat(ouverture.Associes.Select(a => a.Rang)).Any(r => r is < 1 or > OuvertureCircuit.RangMax),
                "rang-invalide", $"Un rang va de 1 à {OuvertureCircuit.RangMax}."),
            .. When(
                ouverture.Associes.Any(a => a.Role == RoleLigne.Signataire || string.IsNullOrWhiteSpace(a.Identite.Courriel)),
                "associe-sans-adresse", "Donnez l’adresse électronique de chaque personne qui vise ou qui observe."),
            .. ouverture.Reserves.Where(r => string.IsNullOrWhiteSpace(r.Motif)).DistinctBy(r => r.Code)
                .Select(r => new Obstacle("reserve-sans-motif", $"Dites pourquoi ouvrir malgré cette réserve : {r.Message}", Cible: r.Code)),
        ]);
        var signature = new Signature
        {
            Id = SignatureId.New(),
            ConventionId = convention.Id,
            AvenantId = ouverture.Avenant?.Id,
            AvenantNumero = ouverture.Avenant?.Numero,
            NumeroVersion = numeroVersion,
            TexteId = texte.Id,
            DonneesId = donnees.Id,
            Empreinte = texte.Empreinte,
            Reference = reference ?? ReferenceDocument.Nouvelle(),
            OuverteLe = now,
            Ordre = ouverture.Ordre,
            ExpireLe = ouverture.ExpireLe,
            RelanceDOffice = ouverture.RelanceDOffice,
            Reserves = [.. ouverture.Reserves.Select(r => r with { Motif = Texte.Obligatoire(r.Motif, "motif", ReserveAcceptee.MotifLongueurMax) })],
            Statut = StatutSignature.Ouverte,
        };
        signature._lignes.AddRange(convention.Parties
            .OrderBy(p => p.Rang)
            .SelectMany(p => p.Signataires.OrderBy(s => s.Rang).Select(s => (Partie: p, Signataire: s)))
            .Select((x, i) => new LigneSignature(
                RoleLigne.Signataire, ouverture.Rangs.GetValueOrDefault(x.Signataire.Id, 1), i + 1,
                new(x.Signataire.Id, x.Partie.Id, x.Partie.Nom, ouverture.Deliberations.GetValueOrDefault(x.Partie.Id)), x.Signataire.Identite)));
        signature._lignes.AddRange((ouverture.Avenant?.Entrantes ?? [])
            .SelectMany(p => p.Signataires.Select(identite => (Partie: p, Identite: identite)))
            .Select((x, i) => new LigneSignature(RoleLigne.Signataire, 1, signature._lignes.Count + i + 1, new(null, null, x.Partie.Nom, ouverture.Deliberations.GetValueOrDefault(x.Partie.Id)), x.Identite))
            .ToList());
        var numero = signature._lignes.Count;
        signature._lignes.AddRange(ouverture.Associes.Select((a, i) => new LigneSignature(
            a.Role, a.Rang, numero + i + 1, new(null, null, Texte.Obligatoire(a.Organisme, "organisme", Partie.NomLongueurMax), null), a.Identite.Normaliser())));
        signature.Record(new SignatureOuverte(
            convention.Id, signature.Id, numeroVersion, texte.Empreinte, numero, signature.Ordre, signature.ExpireLe,
            [.. signature.Lignes.Select(l => new LigneOuverte(l.Id, l.Numero, l.Role, l.Rang, l.NomComplet, l.Qualite, l.Partie, l.Delegation?.Mention))],
            signature.Reserves, now));
        signature.Reporter(annulee, now);
        signature.Poursuivre(now);
        return signature;
    }

    /// <summary>Voids the circuit when the parties go back to the text; the lines stay as they are.</summary>
    /// <exception cref="BusinessRuleException">Already complete or void, or no reason given.</exception>
    public void Annuler(string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesGeneraux(), .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent)]);
        (Statut, MotifAnnulation, AnnuleeLe) = (StatutSignature.Annulee, Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax), now);
        Record(new SignatureAnnulee(ConventionId, Id, MotifAnnulation, _lignes.Count(l => l.EstSignee), now));
    }

    /// <summary>Every line of an account, the one it signs next first. One person may sign for two parties: each signature is an act of its own.</summary>
    public IReadOnlyList<LigneSignature> LignesDe(string? courriel) => courriel is null
        ? []
        : [.. Lignes.Where(l => string.Equals(l.Courriel, courriel, StringComparison.OrdinalIgnoreCase)).OrderBy(l => l.Etat switch
        {
            EtatLigne.Appelee => 0,
            EtatLigne.Refusee => 1,
            EtatLigne.EnAttente => 2,
            EtatLigne.AControler => 3,
            EtatLigne.Signee or EtatLigne.Reportee => 4,
            _ => 5,
        })];

    public LigneSignature? LigneDe(string? courriel) => LignesDe(courriel) is [var premiere, ..] ? premiere : null;

    private LigneSignature? Trouver(LigneSignatureId id) => _lignes.Find(l => l.Id == id);

    private IEnumerable<Obstacle> ObstaclesGeneraux() => When(
        Statut != StatutSignature.Ouverte, "signature-close",
        Statut == StatutSignature.Complete ? "Toutes les signatures sont déjà recueillies." : "Cette version n’est plus à signer : la convention est revenue en rédaction.");

    private IEnumerable<Obstacle> ObstacleDeDelai(DateOnly aujourdhui) => When(
        EstExpiree(aujourdhui), "circuit-expire",
        $"Le délai pour signer est passé depuis le {ExpireLe:dd/MM/yyyy}. Le conseiller, la direction ou la coordination de la convention peut le prolonger.");

    /// <summary>Keeps the day, the way and the fingerprint of what was really signed.</summary>
    private void Reporter(Signature? annulee, DateTimeOffset now)
    {
        foreach (var ligne in Lignes.Where(l => l.EstDue))
        {
            if (annulee?.Lignes.FirstOrDefault(l => l.EstVivante && l.EstSignee && l.EstLaMemeQue(ligne)) is { } signee)
            {
                var report = signee.Report ?? new(annulee.NumeroVersion, annulee.Empreinte);
                ligne.Reporter(signee, report);
                Record(new SignatureReportee(ConventionId, Id, ligne.Id, ligne.NomComplet, report.NumeroVersion, report.Empreinte, now));
            }
        }
    }

    /// <summary>The last signature completes the circuit; otherwise those whose turn has come are called.</summary>
    private void Poursuivre(DateTimeOffset now)
    {
        if (_lignes.TrueForAll(l => !l.EstDue))
        {
            Statut = StatutSignature.Complete;
            Record(new SignatureCompletee(ConventionId, Id, now));
            return;
        }

        Appeler(now);
    }

    private void Appeler(DateTimeOffset now)
    {
        foreach (var ligne in Lignes.Where(l => l.EstVivante && !l.EstSignee && l.AppeleeLe is null && EstAppelable(l)))
        {
            ligne.Appeler(now);
            Record(new SignataireAppele(ConventionId, Id, ligne.Id, ligne.NomComplet, ligne.Role, now));
        }
    }

    /// <summary>Visas by their rank, then signers by theirs; observers at once.</summary>
    private bool EstAppelable(LigneSignature ligne) => ligne.Role switch
    {
        RoleLigne.Observateur => true,
        RoleLigne.Visa => !_lignes.Exists(l => l.EstDue && l.Role == RoleLigne.Visa && l.Rang < ligne.Rang),
        _ => !_lignes.Exists(l => l.EstDue
            && (l.Role == RoleLigne.Visa || (Ordre == OrdreCircuit.ParRang && l.Role == RoleLigne.Signataire && l.Rang < ligne.Rang))),
    };
}
