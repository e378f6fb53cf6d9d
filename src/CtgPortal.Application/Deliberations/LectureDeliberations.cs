using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Deliberations;

internal static class LectureDeliberations
{
    /// <summary>Those that authorise to sign the convention itself; one SQL command.</summary>
    public static Task<Dictionary<PartieId, Deliberation>> LireDeliberationsAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        db.LireDeliberationsAsync(convention, avenant: null, cancellationToken);

    /// <param name="avenant">That they authorise; null for the convention itself.</param>
    public static Task<Dictionary<PartieId, Deliberation>> LireDeliberationsAsync(
        this ICtgReadContext db, ConventionId convention, AvenantId? avenant, CancellationToken cancellationToken) =>
        db.Deliberations.Where(d => d.ConventionId == convention && d.AvenantId == avenant).ToDictionaryAsync(d => d.PartieId, cancellationToken);

    /// <summary>Who signs: the parties, without those that entered by a later avenant, and those that enter by this one. One SQL command.</summary>
    /// <returns>Null when there is no such avenant.</returns>
    public static async Task<(AvenantExistant? Avenant, IReadOnlyList<PartieDActe> Parties)?> LirePartiesDActeAsync(
        this ICtgReadContext db, Convention convention, AvenantId? id, CancellationToken cancellationToken)
    {
        var avenants = await db.Avenants.Where(a => a.ConventionId == convention.Id).ToListAsync(cancellationToken);
        var avenant = avenants.Find(a => a.Id == id);
        if (id is not null && avenant is null)
        {
            return null;
        }

        var ensuite = avenants.Where(a => a.Statut == StatutAvenant.Signe && a.Numero > (avenant?.Numero ?? 0)).SelectMany(a => a.Contenu.Parties).Select(p => p.Id).ToHashSet();
        return (
            avenant is null ? null : new(avenant.Id, avenant.Numero, avenant.Statut),
            [
                .. convention.Parties.Where(p => !ensuite.Contains(p.Id)).Select(p => new PartieDActe(p.Id, p.Type, p.Nom))
                    .Concat(avenant is null ? [] : avenant.Contenu.Parties.Select(p => new PartieDActe(p.Id, p.Type, p.Nom)))
                    .DistinctBy(p => p.Id),
            ]);
    }

    /// <summary>Names of the parties that deliberate and whose act for an avenant is not written down.</summary>
    public static IReadOnlyList<string> SansDeliberation(this Avenant avenant, Convention convention, IReadOnlyDictionary<PartieId, Deliberation> deliberations) =>
    [
        .. convention.Parties.Select(p => new PartieDActe(p.Id, p.Type, p.Nom)).Concat(avenant.Contenu.Parties.Select(p => new PartieDActe(p.Id, p.Type, p.Nom)))
            .Where(p => p.Type.Delibere() && !deliberations.ContainsKey(p.Id)).Select(p => p.Nom),
    ];

    /// <summary>Names of the parties that deliberate and whose act is not written down.</summary>
    public static IReadOnlyList<string> SansDeliberation(this Convention convention, IReadOnlyDictionary<PartieId, Deliberation> deliberations) =>
        [.. convention.Parties.Where(p => p.Type.Delibere() && !deliberations.ContainsKey(p.Id)).Select(p => p.Nom)];

    /// <summary>By role and by stage: a page offers nothing that would be refused.</summary>
    public static bool PeutEnregistrerUnActe(this EnTeteConvention enTete, StatutAvenant? avenant) =>
        enTete.Permet<EnregistrerDeliberation.Command>() && ReglesActe.Obstacles(enTete.Statut, avenant).Count == 0;

    /// <summary>The stage of the convention, the name of one of its parties, and the avenant that it signs.</summary>
    /// <param name="id">Null for the convention itself.</param>
    /// <exception cref="NotFoundException">No such party in the convention, or no such avenant.</exception>
    public static async Task<(StatutConvention Etape, string Partie, AvenantExistant? Avenant)> PartieAsync(
        this ICtgDbContext db, ConventionId convention, PartieId partie, AvenantId? id, CancellationToken cancellationToken)
    {
        var lue = await db.Conventions.Where(c => c.Id == convention)
            .Select(c => new { c.Statut, Nom = c.Parties.Where(p => p.Id == partie).Select(p => p.Nom).SingleOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        var avenant = id is null ? null : await db.Avenants.SingleOrDefaultAsync(a => a.Id == id && a.ConventionId == convention, cancellationToken);
        var nom = lue?.Nom ?? avenant?.Contenu.Parties.FirstOrDefault(p => p.Id == partie)?.Nom;
        return lue is null || nom is null || (id is not null && avenant is null)
            ? throw new NotFoundException("No such party.")
            : (lue.Statut, nom, avenant is null ? null : new(avenant.Id, avenant.Numero, avenant.Statut));
    }

    /// <summary>SIREN of a party that is a holder of the convention; others are not known.</summary>
    public static string? SirenDe(this Convention convention, PartieDActe partie) =>
        convention.Titulaires.FirstOrDefault(t => t.Code.Length == 9 && string.Equals(t.Nom, partie.Nom, StringComparison.OrdinalIgnoreCase))?.Code;

    public static EtatActe Etat(this Convention convention, PartieDActe partie, Deliberation? deliberation, IReadOnlyCollection<UsagePiece?> usages, DateOnly aujourdhui)
    {
        var acte = deliberation?.Description;
        return new(
            ReglesActe.Manques(partie.Type, acte, usages.Contains(UsagePiece.Acte), usages.Contains(UsagePiece.CopieTamponnee)),
            acte is null ? null : ReglesActe.EcheanceDeTransmission(partie.Type, acte),
            acte?.Controle.Identifiant is { } identifiant
                ? IdentifiantActes.Ecarts(identifiant, acte.Reference, convention.Departement, convention.SirenDe(partie))
                : [],
            aujourdhui);
    }
}

/// <summary>Whose assembly deliberates: a party, or one that enters by an avenant.</summary>
public sealed record PartieDActe(PartieId Id, TypePartie Type, string Nom);

/// <summary>Where the act of a party is on its way.</summary>
/// <param name="Echeance">The day by which it is usually sent to the préfecture; null when it is sent, or does not go there.</param>
/// <param name="Ecarts">What does not agree between the @CTES identifier and the act, in sentences.</param>
public sealed record EtatActe(IReadOnlyList<ManqueActe> Manques, DateOnly? Echeance, IReadOnlyList<string> Ecarts, DateOnly Aujourdhui)
{
    public bool EstEnRetard => Echeance < Aujourdhui;

    public bool EstComplet => Manques.Count == 0;
}
