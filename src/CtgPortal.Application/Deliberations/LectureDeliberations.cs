using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Deliberations;

internal static class LectureDeliberations
{
    /// <summary>One SQL command.</summary>
    public static Task<Dictionary<PartieId, Deliberation>> LireDeliberationsAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        db.Deliberations.Where(d => d.ConventionId == convention).ToDictionaryAsync(d => d.PartieId, cancellationToken);

    /// <summary>Names of the parties that deliberate and whose act is not written down.</summary>
    public static IReadOnlyList<string> SansDeliberation(this Convention convention, IReadOnlyDictionary<PartieId, Deliberation> deliberations) =>
        [.. convention.Parties.Where(p => p.Type.Delibere() && !deliberations.ContainsKey(p.Id)).Select(p => p.Nom)];

    /// <summary>By role and by stage: a page offers nothing that would be refused.</summary>
    public static bool PeutEnregistrerUnActe(this EnTeteConvention enTete) =>
        enTete.Permet<EnregistrerDeliberation.Command>() && ReglesActe.Obstacles(enTete.Statut).Count == 0;

    /// <summary>The stage of the convention and the name of one of its parties.</summary>
    /// <exception cref="NotFoundException">No such party in the convention.</exception>
    public static async Task<(StatutConvention Etape, string Partie)> PartieAsync(
        this ICtgDbContext db, ConventionId convention, PartieId partie, CancellationToken cancellationToken)
    {
        var lue = await db.Conventions.Where(c => c.Id == convention)
            .Select(c => new { c.Statut, Nom = c.Parties.Where(p => p.Id == partie).Select(p => p.Nom).SingleOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        return lue?.Nom is { } nom ? (lue.Statut, nom) : throw new NotFoundException("No such party.");
    }

    /// <summary>SIREN of a party that is a holder of the convention; others are not known.</summary>
    public static string? SirenDe(this Convention convention, Partie partie) =>
        convention.Titulaires.FirstOrDefault(t => t.Code.Length == 9 && string.Equals(t.Nom, partie.Nom, StringComparison.OrdinalIgnoreCase))?.Code;

    public static EtatActe Etat(this Convention convention, Partie partie, Deliberation? deliberation, IReadOnlyCollection<UsagePiece?> usages, DateOnly aujourdhui)
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

/// <summary>Where the act of a party is on its way.</summary>
/// <param name="Echeance">The day by which it is usually sent to the préfecture; null when it is sent, or does not go there.</param>
/// <param name="Ecarts">What does not agree between the @CTES identifier and the act, in sentences.</param>
public sealed record EtatActe(IReadOnlyList<ManqueActe> Manques, DateOnly? Echeance, IReadOnlyList<string> Ecarts, DateOnly Aujourdhui)
{
    public bool EstEnRetard => Echeance < Aujourdhui;

    public bool EstComplet => Manques.Count == 0;
}
