using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Web.Common;

public enum EtatEtape
{
    Faite,
    EnCours,
    Apres,
    Arretee,
}

/// <summary>One step of the picture: those who are asked together.</summary>
public sealed record EtapeCircuit(string Titre, EtatEtape Etat, IReadOnlyList<LigneLue> Lignes)
{
    public int Faites => Lignes.Count(l => l.EstSignee);

    /// <summary>« 1 visa sur 2 », « 12 signatures sur 45 ».</summary>
    public string Compte => Lignes[0].Role == RoleLigne.Visa
        ? $"{Format.Pluriel(Faites, "visa")} sur {Lignes.Count}"
        : $"{Format.Pluriel(Faites, "signature")} sur {Lignes.Count}";
}

/// <summary>A circuit as its picture shows it: step after step, who has signed and whose turn it is.</summary>
public sealed record VueCircuit(CircuitLu Circuit)
{
    /// <summary>Beyond, people are shown in smaller tiles.</summary>
    private const int Beaucoup = 10;

    public IReadOnlyList<EtapeCircuit> Etapes { get; } =
    [
        .. Circuit.Visas.GroupBy(l => l.Rang).OrderBy(g => g.Key).Select((g, i) => Etape(Circuit, Circuit.Visas.Select(l => l.Rang).Distinct().Count() > 1 ? $"Visa {i + 1}" : "Visa", [.. g])),
        .. Circuit.Signataires.GroupBy(l => Circuit.Ordre == OrdreCircuit.ParRang ? l.Rang : 0).OrderBy(g => g.Key)
            .Select((g, i) => Etape(Circuit, Circuit.Ordre == OrdreCircuit.ParRang ? $"Signature, rang {i + 1}" : "Signature", [.. g])),
    ];

    /// <summary>What the last signature has caused.</summary>
    public static string Aboutissement(int? avenant) =>
        avenant is { } numero ? $"l’avenant n° {numero} est signé et la convention est à jour" : "la convention est signée et son suivi commence";

    /// <summary>What happens when everybody has signed, then what has happened.</summary>
    public (string Titre, string Suite) Fin => (Circuit.Avenant, Circuit.Statut) switch
    {
        (null, StatutSignature.Complete) => ("Signée par tous", "Le suivi a commencé"),
        (null, _) => ("Signée par tous", "Le suivi commencera"),
        (_, StatutSignature.Complete) => ("Signé par tous", "La convention est à jour"),
        _ => ("Signé par tous", "La convention sera mise à jour"),
    };

    public IReadOnlyList<LigneLue> Observateurs { get; } = [.. Circuit.Lignes.Where(l => l is { Role: RoleLigne.Observateur, EstVivante: true })];

    public bool EstCompact => Circuit.Attendues > Beaucoup;

    /// <summary>What the picture says, in one or two sentences.</summary>
    public string EnBref => Circuit switch
    {
        { Statut: StatutSignature.Complete } => $"Les {Format.Pluriel(Circuit.Attendues, "signature")} sont recueillies.",
        { EstArrete: true } => $"Le circuit est arrêté : {Noms(l => l.Etat == EtatLigne.Refusee)} refuse. {Reste}",
        { EstExpire: true } => $"Le dernier jour pour signer, le {Format.Date(Circuit.ExpireLe!.Value)}, est passé. {Reste}",
        _ => $"{Tour} {Reste}",
    };

    private string Reste => $"{Format.Pluriel(Circuit.Recueillies, "signature")} sur {Circuit.Attendues}{(Circuit.Visas.Any() ? $", {Format.Pluriel(Circuit.Visas.Count(v => v.EstSignee), "visa")} sur {Circuit.Visas.Count()}" : "")}.";

    private string Tour => Circuit.Lignes.Count(l => l.Etat == EtatLigne.Appelee) switch
    {
        0 => "Les pages signées à la main attendent leur contrôle.",
        <= 3 => $"C’est le tour de {Noms(l => l.Etat == EtatLigne.Appelee)}.",
        var nombre => $"{nombre} personnes peuvent signer maintenant.",
    };

    private string Noms(Func<LigneLue, bool> choix) => string.Join(", ", Circuit.Lignes.Where(choix).Select(l => l.NomComplet));

    private static EtapeCircuit Etape(CircuitLu circuit, string titre, IReadOnlyList<LigneLue> lignes) => new(
        titre,
        lignes.All(l => l.EstSignee) ? EtatEtape.Faite
            : lignes.Any(l => l.Etat == EtatLigne.Refusee) ? EtatEtape.Arretee
            : circuit.Statut == StatutSignature.Ouverte && lignes.Any(l => l.Etat is EtatLigne.Appelee or EtatLigne.AControler) ? EtatEtape.EnCours
            : EtatEtape.Apres,
        lignes);
}
