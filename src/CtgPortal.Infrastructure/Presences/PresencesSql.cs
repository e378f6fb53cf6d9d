using CtgPortal.Application.Presences;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Presences;

internal sealed class PresencesSql(CtgDbContext db) : IPresences
{
    public Task NoterAsync(
        ConventionId convention, CiblePresence cible, SectionDeFiche? section, UtilisateurId qui, string nom, bool ecrit,
        DateTimeOffset now, DateTimeOffset limite, CancellationToken cancellationToken)
    {
        var (id, fiche, moi, ou) = (convention.Value, cible.Fiche?.Value, qui.Value, Code(section));

        // rows that somebody else is deleting or renewing are left to them: two signs of life never wait for each other
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH expirees AS (
                DELETE FROM presences p USING (
                    SELECT ctid FROM presences
                    WHERE vu_le <= {limite} AND NOT (convention_id = {id} AND cle = {cible.Cle} AND utilisateur_id = {moi} AND section = {ou})
                    FOR UPDATE SKIP LOCKED) x
                WHERE p.ctid = x.ctid)
            INSERT INTO presences (convention_id, cle, fiche_action_id, utilisateur_id, section, nom, ecrit, vu_le)
            VALUES ({id}, {cible.Cle}, {fiche}::uuid, {moi}, {ou}, left({nom}, {Presence.NomLongueurMax}), {ecrit}, {now})
            ON CONFLICT (convention_id, cle, utilisateur_id, section)
            DO UPDATE SET nom = EXCLUDED.nom, ecrit = EXCLUDED.ecrit, vu_le = EXCLUDED.vu_le, fiche_action_id = EXCLUDED.fiche_action_id
            """,
            cancellationToken);
    }

    public Task OublierAsync(
        ConventionId convention, CiblePresence cible, SectionDeFiche? section, UtilisateurId qui, CancellationToken cancellationToken)
    {
        var ou = Code(section);
        return db.Presences
            .Where(p => p.ConventionId == convention && p.Cle == cible.Cle && p.UtilisateurId == qui && p.Section == ou)
            .ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<(UtilisateurId? Par, string Nom, DateTimeOffset Le)?> DernierSurPassageAsync(
        ConventionId convention, string cle, CancellationToken cancellationToken)
    {
        var id = convention.Value;
        var fait = await db.Journal.FromSql(
            $"""
            SELECT * FROM journal
            WHERE convention_id = {id} AND type IN ('PassageRedige', 'PassageRetabli', 'PassageRepris', 'PassageGarde') AND donnees ->> 'cle' = {cle}
            ORDER BY id DESC LIMIT 1
            """).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return fait is null ? null : (fait.Par, fait.ParNom, fait.Le);
    }

    private static string Code(SectionDeFiche? section) => section?.ToString() ?? "";
}
