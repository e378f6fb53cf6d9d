using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures;

/// <summary>What the people of the circuit do: sign, give their visa, refuse; and what is taken back of a hand or a parapheur.</summary>
public sealed partial class Signature
{
    /// <summary>A person signs, or gives their visa, in the portal, on the text whose fingerprint they were shown.</summary>
    /// <param name="id">The line they were shown, so that a form sent twice never signs for another party.</param>
    /// <exception cref="BusinessRuleException">With every reason why not.</exception>
    public void Signer(LigneSignatureId id, ActeSignature acte, DateTimeOffset now)
    {
        var ligne = Trouver(id);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesASigner(EstLaSienne(ligne, acte.Courriel, acte.Mode) ? ligne : null, now.JourEnFrance()),
            .. When(acte.Empreinte != Empreinte, "autre-texte", "Le texte a changé depuis que vous l’avez ouvert : relisez-le avant de signer."),
        ]);
        ligne!.Signer(acte, now);
        Recueillir(ligne, now);
        Poursuivre(now);
    }

    /// <summary>Why a person may not sign now; the page shows the list, <see cref="Signer"/> enforces it.</summary>
    /// <param name="ligne">Null when the person has none.</param>
    public IReadOnlyList<Obstacle> ObstaclesASigner(LigneSignature? ligne, DateOnly aujourdhui) =>
    [
        .. ObstaclesGeneraux(),
        .. ObstacleDeDelai(aujourdhui),
        .. ObstaclesDeLigne(ligne),
        .. When(ligne is { Etat: EtatLigne.EnAttente }, "pas-encore", AttendQui(ligne)),
        .. ObstaclesDeDelegation(ligne, aujourdhui),
    ];

    /// <summary>Says no, and why: everyone is told. The circuit stays open, stopped, until it is settled.</summary>
    /// <exception cref="BusinessRuleException">Not theirs, already signed or refused, the circuit is over, or no reason.</exception>
    public void Refuser(LigneSignatureId id, ActeRefus acte, DateTimeOffset now)
    {
        var ligne = Trouver(id);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. ObstaclesDeLigne(EstLaSienne(ligne, acte.Courriel, acte.Mode) ? ligne : null),
            .. When(ligne is { Etat: EtatLigne.Refusee }, "deja-refuse", "Votre refus est déjà enregistré."),
            .. When(string.IsNullOrWhiteSpace(acte.Motif), "motif-absent", "Dites pourquoi : chacun lira votre motif."),
        ]);
        var motif = Texte.Obligatoire(acte.Motif, "motif", Convention.MotifLongueurMax);
        ligne!.Refuser(motif, now);
        Record(new SignatureRefusee(ConventionId, Id, ligne.Id, ligne.NomComplet, ligne.Role, motif, acte.Compte, now));
    }

    /// <summary>A page signed by hand, for one or several people; it counts once a second person has looked at it.</summary>
    /// <exception cref="BusinessRuleException">With every reason why not.</exception>
    public void DeposerScan(IReadOnlyCollection<LigneSignatureId> ids, DateOnly signeeLe, PieceId scan, Agent par, DateTimeOffset now)
    {
        var lignes = ids.Distinct().Select(Trouver).ToList();
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. ObstacleDeDelai(now.JourEnFrance()),
            .. When(lignes.Count == 0, "personne-de-choisi", "Choisissez qui a signé cette page."),
            .. lignes.SelectMany(l => ObstaclesSurPapier(l, ids, signeeLe)),
            .. When(signeeLe > now.JourEnFrance(), "signature-future", "La date de signature est dans l’avenir."),
            .. When(signeeLe.Year < Periode.PremiereAnnee, "date-invalide", "Cette date n’est pas plausible."),
        ]);
        foreach (var ligne in lignes)
        {
            ligne!.Deposer(scan, new(signeeLe, par, now));
        }

        Record(new ScanDepose(ConventionId, Id, [.. lignes.Select(l => l!.Id)], [.. lignes.Select(l => l!.NomComplet)], scan, signeeLe, par.Nom, now));
    }

    /// <summary>Who may not look at a scan: it takes a second person.</summary>
    public IReadOnlyList<Obstacle> ObstaclesAuControle(PieceId scan, Agent? par) =>
    [
        .. ObstaclesGeneraux(),
        .. When(AControler(scan).Count == 0, "scan-deja-controle", "Ce scan est déjà contrôlé."),
        .. When(
            AControler(scan).Exists(l => l.Depot!.Par.Id == par?.Id), "controle-par-le-deposant",
            "Vous avez déposé ce scan : une autre personne doit le contrôler."),
    ];

    /// <summary>A second person compares the scan with the frozen text: what they recognise counts, the rest is to be done again.</summary>
    /// <param name="acceptees">Of the people of this scan.</param>
    /// <param name="motif">Why the others are not taken.</param>
    /// <exception cref="BusinessRuleException">Nothing to control, the person deposited it themselves, or a rejection without a reason.</exception>
    public void ControlerScan(PieceId scan, IReadOnlyCollection<LigneSignatureId> acceptees, string? motif, Agent par, DateTimeOffset now)
    {
        var lignes = AControler(scan);
        var rejetees = lignes.Where(l => !acceptees.Contains(l.Id)).ToList();
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAuControle(scan, par),
            .. When(rejetees.Count > 0 && string.IsNullOrWhiteSpace(motif), "motif-absent", "Dites ce qui ne va pas : la personne qui a déposé le scan le lira."),
        ]);
        foreach (var ligne in lignes.Except(rejetees))
        {
            ligne.Accepter(new(par, now));
            Recueillir(ligne, now);
        }

        if (rejetees.Count > 0)
        {
            var raison = Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax);
            rejetees.ForEach(l => l.Rejeter(new(raison, par, now)));
            Record(new ScanRejete(ConventionId, Id, [.. rejetees.Select(l => l.Id)], [.. rejetees.Select(l => l.NomComplet)], scan, raison, par.Nom, now));
        }

        Poursuivre(now);
    }

    /// <summary>Signatures read and verified in a file taken back from an outside parapheur.</summary>
    /// <param name="signees">Each person with the day of their signature.</param>
    /// <exception cref="BusinessRuleException">With every reason why not.</exception>
    public void RecueillirDuParapheur(IReadOnlyDictionary<LigneSignatureId, DateOnly> signees, PieceId fichier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. ObstacleDeDelai(now.JourEnFrance()),
            .. When(signees.Count == 0, "personne-de-choisi", "Ce fichier ne porte aucune des signatures attendues."),
            .. signees.Keys.SelectMany(id => ObstaclesSurPapier(Trouver(id), [.. signees.Keys], signees[id])),
        ]);
        foreach (var (id, jour) in signees)
        {
            var ligne = Trouver(id)!;
            ligne.Recueillir(jour, fichier, now);
            Recueillir(ligne, now);
        }

        Poursuivre(now);
    }

    private List<LigneSignature> AControler(PieceId scan) => [.. Lignes.Where(l => l.Etat == EtatLigne.AControler && l.ScanId == scan)];

    private static bool EstLaSienne(LigneSignature? ligne, string? courriel, ModeSignature mode) =>
        mode == ModeSignature.Lien || (courriel is not null && string.Equals(ligne?.Courriel, courriel, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a line says whatever is asked of it.</summary>
    private IEnumerable<Obstacle> ObstaclesDeLigne(LigneSignature? ligne) => ligne switch
    {
        null => [new Obstacle("non-designe", "Vous n’êtes pas désigné pour signer cette convention.")],
        { Etat: EtatLigne.Signee or EtatLigne.Reportee } => [new Obstacle("deja-signe", $"La signature de {ligne.NomComplet} est déjà enregistrée pour cette version.")],
        { Etat: EtatLigne.AControler } => [new Obstacle("scan-a-controler", $"La signature de {ligne.NomComplet} sur papier est déposée : elle attend son contrôle.")],
        { Etat: EtatLigne.Remplacee } => [new Obstacle("remplace", $"{ligne.NomComplet} a été remplacé(e) par {Remplacant(ligne)?.NomComplet} : cette signature n’est plus attendue.")],
        { Etat: EtatLigne.Retiree } => [new Obstacle("retire", $"La signature de {ligne.NomComplet} n’est plus attendue.")],
        { Etat: EtatLigne.Informee } => [new Obstacle("observateur", $"{ligne.NomComplet} suit ce circuit pour information : rien n’est à signer.")],
        _ => [],
    };

    /// <summary>Paper tells what happened at a table, so ranks do not count; visas come first all the same.</summary>
    private IEnumerable<Obstacle> ObstaclesSurPapier(LigneSignature? ligne, IReadOnlyCollection<LigneSignatureId> ensemble, DateOnly jour) =>
    [
        .. ObstaclesDeLigne(ligne),
        .. ObstaclesDeDelegation(ligne, jour),
        .. When(
            ligne is { Role: RoleLigne.Signataire, EstDue: true } && _lignes.Exists(l => l.Role == RoleLigne.Visa && l.EstDue && !ensemble.Contains(l.Id)),
            "visa-attendu", $"Un visa est attendu avant la signature de {ligne?.NomComplet}."),
    ];

    /// <summary>A delegation may end between the opening and the day of the signature.</summary>
    private static IReadOnlyList<Obstacle> ObstaclesDeDelegation(LigneSignature? ligne, DateOnly jour) =>
        ligne is { EstDue: true, Delegation: { } delegation } ? delegation.ObstaclesLe(jour, ligne.NomComplet) : [];

    private string AttendQui(LigneSignature? ligne)
    {
        var avant = Lignes.Where(l => l.EstDue && l.Id != ligne?.Id && (l.Role == RoleLigne.Visa || l.Rang < ligne?.Rang)).Select(l => l.NomComplet).ToList();
        return $"Ce n’est pas encore le tour de {ligne?.NomComplet} : {string.Join(", ", avant.Take(3))}{(avant.Count > 3 ? $" et {avant.Count - 3} autres" : "")} {(avant.Count > 1 ? "passent" : "passe")} d’abord.";
    }

    private LigneSignature? Remplacant(LigneSignature ligne) => _lignes.Find(l => l.Remplace == ligne.Id);

    private void Recueillir(LigneSignature ligne, DateTimeOffset now) => Record(new SignatureRecueillie(
        ConventionId, Id, ligne.Id, ligne.NomComplet, ligne.Role, ligne.Mode!.Value, ligne.IdentitePar, Empreinte, ligne.SigneeLe, ligne.UtilisateurId, ligne.ScanId,
        ligne.Controle?.Par.Nom, now));
}
