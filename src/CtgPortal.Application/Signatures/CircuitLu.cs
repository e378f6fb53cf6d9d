using CtgPortal.Domain.Common;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures;

/// <summary>A circuit as pages read it.</summary>
/// <param name="Avenant">Number of the avenant that is signed; null for the convention itself.</param>
/// <param name="EstExpire">The last day to sign is past.</param>
/// <param name="EstArrete">Somebody refuses.</param>
/// <param name="Lignes">Visas, then signers, then observers; who left the circuit too.</param>
/// <param name="Relancables">How many can be reminded now.</param>
public sealed record CircuitLu(
    SignatureId Id, int? Avenant, int NumeroVersion, StatutSignature Statut, string Empreinte, DateTimeOffset OuverteLe, OrdreCircuit Ordre, DateOnly? ExpireLe,
    bool EstExpire, bool EstArrete, IReadOnlyList<ReserveAcceptee> Reserves, Ceremonie? Ceremonie, IReadOnlyList<LigneLue> Lignes, int Relancables,
    bool RelanceDOffice, int SequenceCeremonie)
{
    public IEnumerable<LigneLue> Signataires => Lignes.Where(l => l is { Role: RoleLigne.Signataire, EstVivante: true });

    public IEnumerable<LigneLue> Visas => Lignes.Where(l => l is { Role: RoleLigne.Visa, EstVivante: true });

    public int Recueillies => Signataires.Count(l => l.EstSignee);

    public int Attendues => Signataires.Count();

    /// <summary>Scans that a second person must look at, each with its people.</summary>
    public IEnumerable<IGrouping<PieceId, LigneLue>> Scans => Lignes.Where(l => l.Etat == EtatLigne.AControler).GroupBy(l => l.Scan!.Value);

    internal static CircuitLu De(Signature s, DateTimeOffset now) => new(
        s.Id, s.AvenantNumero, s.NumeroVersion, s.Statut, s.Empreinte, s.OuverteLe, s.Ordre, s.ExpireLe, s.EstExpiree(now.JourEnFrance()), s.EstArretee, s.Reserves, s.Ceremonie,
        [.. s.Lignes.Select(l => LigneLue.De(s, l, now))],
        s.Lignes.Count(l => s.ObstaclesALaRelance(l, now).Count == 0), s.RelanceDOffice, s.SequenceCeremonie);
}

/// <param name="Delegation">As printed.</param>
/// <param name="Relance">Why the person cannot be reminded now; empty when they can.</param>
/// <param name="Depot">Who deposited the scan that waits for its control, and the day written on it.</param>
/// <param name="RemplaceePar">Name of who signs instead.</param>
public sealed record LigneLue(
    LigneSignatureId Id, RoleLigne Role, int Rang, int Numero, string Partie, string NomComplet, string Qualite, string? Delegation, string? Courriel,
    EtatLigne Etat, bool EstVivante, bool EstSignee, ModeSignature? Mode, MoyenIdentite? IdentitePar, DateOnly? SigneeLe, PieceId? Scan,
    DateTimeOffset? AppeleeLe, int Relances, DateTimeOffset? DerniereRelanceLe, IReadOnlyList<Obstacle> Relance,
    DateTimeOffset? RefuseeLe, string? MotifRefus, string? MotifDepart, string? RemplaceePar, LigneSignatureId? Remplace,
    DepotPapier? Depot, ControlePapier? Controle, RejetPapier? Rejet, Report? Report)
{
    public bool AUneAdresse => Courriel is not null;

    internal static LigneLue De(Signature s, LigneSignature l, DateTimeOffset now) => new(
        l.Id, l.Role, l.Rang, l.Numero, l.Partie, l.NomComplet, l.Qualite, l.Delegation?.Mention, l.Courriel,
        l.Etat, l.EstVivante, l.EstSignee, l.Mode, l.IdentitePar, l.SigneeLe, l.ScanId,
        l.AppeleeLe, l.Relances, l.DerniereRelanceLe, s.ObstaclesALaRelance(l, now),
        l.RefuseeLe, l.MotifRefus, l.MotifRemplacement ?? l.MotifRetrait, s.Lignes.FirstOrDefault(x => x.Remplace == l.Id)?.NomComplet, l.Remplace,
        l.Depot, l.Controle, l.Rejet, l.Report);
}
