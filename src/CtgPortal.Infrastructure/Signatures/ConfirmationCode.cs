using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Signatures;

/// <summary>The code received by mail: the last one that the line asked for, for the very text that it signs.</summary>
internal sealed class ConfirmationCode(IServiceScopeFactory portees, IPreuves preuves, TimeProvider clock) : IConfirmationIdentite
{
    public MoyenIdentite Moyen => MoyenIdentite.CodeCourriel;

    public string Refus => "Ce code n’est pas le bon, ou ne l’est plus. Un code sert une fois, pendant dix minutes ; après cinq erreurs, demandez-en un autre.";

    public async Task<bool> ConfirmerAsync(DemandeConfirmation demande, CancellationToken cancellationToken)
    {
        // a scope of its own: the attempt counts even when the signature is given up with its transaction
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<CtgDbContext>();
        var secrets = portee.ServiceProvider.GetRequiredService<SecretsDeSignature>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var code = (await db.CodesSignature.FromSql(
            $"SELECT * FROM codes_signature WHERE ligne_id = {demande.Ligne.Value} ORDER BY demande_le DESC LIMIT 1 FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
        if (code is not { Cle: { } cle })
        {
            return false;
        }

        var (now, avant) = (clock.GetUtcNow(), code.Essais);
        var chiffres = string.Concat(demande.Secret.Where(char.IsAsciiDigit));
        var bon = code.Essayer(CodeSignature.Sceller(secrets.Rendre(cle), demande.Ligne, demande.Empreinte, chiffres), now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (code.Essais > avant)
        {
            await preuves.NoterAsync(new CodeFaux(code.SignatureId, demande.Ligne.Value, code.Essais, now), cancellationToken);
        }

        return bon;
    }
}
