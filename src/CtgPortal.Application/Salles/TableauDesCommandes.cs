using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>What the commands of a room begin with.</summary>
internal static class TableauDesCommandes
{
    /// <summary>Alone on the workshop: nobody posts, moves or gives points meanwhile.</summary>
    public static async Task<(Salle Salle, SituationAtelier Atelier)> SeulSurLaSalleAsync(
        this ICtgDbContext db, ConventionId convention, AtelierId id, int? revision, CancellationToken cancellationToken)
    {
        await db.VerrouillerAsync(id, cancellationToken);
        return await db.LireAsync(convention, id, revision, cancellationToken);
    }

    /// <summary>With others; only the room itself stays as it is meanwhile.</summary>
    public static async Task<(Salle Salle, SituationAtelier Atelier)> AvecLaSalleAsync(
        this ICtgDbContext db, ConventionId convention, AtelierId id, int? revision, CancellationToken cancellationToken)
    {
        await db.PartagerAsync(id, cancellationToken);
        return await db.LireAsync(convention, id, revision, cancellationToken);
    }

    /// <summary>
    /// The room that a participant names by its code, under the locks of <see cref="ICtgDbContext.DansLaSalleAsync"/>. The code is
    /// read again there: a room that closed while we waited is as unknown as one that never was.
    /// </summary>
    /// <exception cref="NotFoundException">No open room has this code, or nobody in it this secret.</exception>
    public static async Task<T> ParticiperAsync<T>(
        this ICtgDbContext db, string? code, string? jeton, Func<Salle, SituationAtelier, ParticipantSalle, Task<T>> action, CancellationToken cancellationToken)
    {
        var atelier = await db.AtelierDuCodeAsync(code, cancellationToken);
        var empreinte = JetonSalle.Empreinte(atelier, jeton ?? "");
        var id = await db.ParticipantsSalle.Where(p => p.AtelierId == atelier && p.Empreinte == empreinte)
                .Select(p => (ParticipantId?)p.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Nobody in this room has this secret.");
        return await db.DansLaSalleAsync(
            atelier,
            id,
            async () =>
            {
                var salle = await db.SalleOuverteAsync(atelier, code, cancellationToken);
                var situation = await db.SituationAsync(atelier, cancellationToken);
                return await action(salle, situation, await db.ParticipantsSalle.SingleAsync(p => p.Id == id, cancellationToken));
            },
            cancellationToken);
    }

    public static async Task<AtelierId> AtelierDuCodeAsync(this ICtgDbContext db, string? saisie, CancellationToken cancellationToken)
    {
        var code = CodeSalle.Lire(saisie) ?? throw new NotFoundException("Not a code.");
        return await db.Salles.Where(s => s.Code == code).Select(s => (AtelierId?)s.AtelierId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("No open room has this code.");
    }

    public static async Task<Salle> SalleOuverteAsync(this ICtgDbContext db, AtelierId atelier, string? saisie, CancellationToken cancellationToken)
    {
        var code = CodeSalle.Lire(saisie);
        return await db.Salles.SingleOrDefaultAsync(s => s.AtelierId == atelier && s.Code == code, cancellationToken)
            ?? throw new NotFoundException("The room has just closed.");
    }

    /// <summary>Closes a room; the caller is alone on the workshop, so that the counts are exact.</summary>
    public static async Task<BilanSalle> FermerAsync(
        this ICtgDbContext db, Salle salle, SituationAtelier atelier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bilan = new BilanSalle(
            await db.Contributions.CountAsync(c => c.AtelierId == atelier.Id && c.ParticipantId != null, cancellationToken),
            await db.ParticipantsSalle.CountAsync(p => p.AtelierId == atelier.Id, cancellationToken),
            await db.Bulletins.Where(b => b.AtelierId == atelier.Id && b.Tour == salle.Tour).SelectMany(b => b.Lignes).SumAsync(l => l.Nombre, cancellationToken));
        salle.Fermer(bilan, atelier, now);

        // first names served while people were in the room
        foreach (var nomme in await db.ParticipantsSalle.Where(p => p.AtelierId == atelier.Id && p.Prenom != null).ToListAsync(cancellationToken))
        {
            nomme.SeNommer(null, nomme.Organisation);
        }

        return bilan;
    }

    private static async Task<(Salle Salle, SituationAtelier Atelier)> LireAsync(
        this ICtgDbContext db, ConventionId convention, AtelierId id, int? revision, CancellationToken cancellationToken)
    {
        var atelier = await db.SituationAsync(convention, id, cancellationToken);
        return (await db.LoadSalleAsync(id, revision, cancellationToken), atelier);
    }
}
