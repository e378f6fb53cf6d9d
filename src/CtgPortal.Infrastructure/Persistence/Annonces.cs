using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// What a save changes in rooms, in few words for PostgreSQL's NOTIFY: the workshop, then the contributions by their ids, or the
/// letter of what else changed; and that a seal is awaited. Screens read what they lack; nothing people typed travels here.
/// </summary>
internal static class Annonces
{
    public const string Canal = "ctg_salles";

    public const string CanalScellements = "ctg_scellements";

    public const string Groupes = "g";
    public const string Salle = "s";
    public const string Points = "p";
    public const string Participants = "q";

    /// <summary>The workshop itself: its agenda, whether it is closed.</summary>
    public const string Atelier = "a";

    // NOTIFY carries less than 8,000 bytes
    private const int IdsMax = 150;

    public static IReadOnlyList<(string Canal, string Quoi)> De(ChangeTracker suivis)
    {
        // entries are looked at before they are saved: who is new, changed or deleted is known here
        var changes = suivis.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        return
        [
            .. changes.Select(e => e.Entity switch
                {
                    Contribution c => (c.AtelierId, Quoi: c.Id.Value.ToString()),
                    Groupe g => (g.AtelierId, Quoi: Groupes),
                    Salle s => (s.AtelierId, Quoi: Salle),
                    Bulletin b => (b.AtelierId, Quoi: Points),
                    ParticipantSalle p => (p.AtelierId, Quoi: Participants),
                    Domain.Ateliers.Atelier a => (AtelierId: a.Id, Quoi: Atelier),
                    _ => (AtelierId: default, Quoi: ""),
                })
                .Where(c => c.Quoi.Length > 0)
                .GroupBy(c => c.AtelierId)
                .SelectMany(g => g.Select(c => c.Quoi).Distinct().Chunk(IdsMax).Select(quoi => (Canal, $"{g.Key.Value} {string.Join(' ', quoi)}"))),
        ];
    }

    /// <summary>A seal is asked for, the first time or again: who makes them is woken.</summary>
    public static IEnumerable<(string Canal, string Quoi)> DesScellements(ChangeTracker suivis) =>
        suivis.Entries<Scellement>().Any(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.Etat == EtatScellement.AFaire)
            ? [(CanalScellements, "")]
            : [];

    public static (AtelierId Atelier, IReadOnlyList<string> Quoi) Lire(string annonce)
    {
        var mots = annonce.Split(' ');
        return (AtelierId.From(Guid.Parse(mots[0])), mots[1..]);
    }
}
