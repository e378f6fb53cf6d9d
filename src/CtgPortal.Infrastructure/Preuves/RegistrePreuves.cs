using CtgPortal.Application.Acces;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Preuves;

/// <summary>On a connection of its own: what it writes stays when the transaction of the caller is undone.</summary>
internal sealed class RegistrePreuves(DbContextOptions<CtgDbContext> options, IUtilisateurCourant utilisateur, IContexteAppel appel) : IPreuves
{
    public Task NoterAsync(IFaitDePreuve fait, CancellationToken cancellationToken) => NoterAsync(fait, null, cancellationToken);

    public Task NoterUneFoisAsync(IFaitDePreuve fait, TimeSpan depuis, CancellationToken cancellationToken) => NoterAsync(fait, fait.Le - depuis, cancellationToken);

    private async Task NoterAsync(IFaitDePreuve fait, DateTimeOffset? sauf, CancellationToken cancellationToken)
    {
        await using var db = new CtgDbContext(options, utilisateur, appel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // a caller that already holds this chain would wait for itself: told in seconds rather than never
        await db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '10s'", cancellationToken);
        await db.VerrouillerLaChaineAsync(fait.Signature, cancellationToken);
        var (type, ligne, circuit) = (fait.GetType().Name, fait.LigneConcernee, fait.Signature);
        if (sauf is { } instant
            && await db.Preuves.AnyAsync(e => e.SignatureId == circuit && e.Type == type && e.Ligne == ligne && e.Le > instant, cancellationToken))
        {
            return;
        }

        await db.EnchainerAsync([fait], utilisateur, appel, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
