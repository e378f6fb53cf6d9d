using System.Security.Cryptography;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Signatures;

/// <summary>
/// Draws the personal links and the codes as their messages leave: neither is ever written where an administrator or a copy of the
/// database could read it. Only what recognises them is kept.
/// </summary>
internal sealed class SecretsDeSignature(
    CtgDbContext db, IDataProtectionProvider protection, ILiensPortail liens, IPreuves preuves, TimeProvider clock)
{
    private readonly IDataProtector _protecteur = protection.CreateProtector("CtgPortal.CodeSignature.v1");

    /// <summary>What recognises the secret is added to the transaction of the message; it is drawn again at each attempt to send.</summary>
    /// <returns>The text with its secret; null when the person is not awaited any more.</returns>
    public async Task<string?> EcrireAsync(Courriel courriel, CancellationToken cancellationToken)
    {
        var ligne = courriel.LigneId!.Value;
        var circuit = await CircuitAsync(ligne, cancellationToken);
        if (circuit is not { Statut: StatutSignature.Ouverte } || !circuit.Lignes.Single(l => l.Id == ligne).EstDue)
        {
            return null;
        }

        var secret = courriel.Secret == SecretDeCourriel.LienSignature ? Lien(circuit, ligne) : await CodeAsync(ligne, cancellationToken);
        return secret is null ? null : courriel.Texte.Replace(Courriel.PlaceDuSecret, secret, StringComparison.Ordinal);
    }

    /// <summary>That it was sent is part of the proof.</summary>
    public async Task NoterAsync(Courriel courriel, CancellationToken cancellationToken)
    {
        if (courriel is not { Secret: { } secret, LigneId: { } ligne })
        {
            return;
        }

        var (circuit, now) = ((await CircuitAsync(ligne, cancellationToken))!.Id, clock.GetUtcNow());
        await preuves.NoterAsync(
            secret == SecretDeCourriel.LienSignature
                ? new LienEnvoye(circuit, ligne.Value, courriel.Destinataire, now)
                : new CodeEnvoye(circuit, ligne.Value, courriel.Destinataire, now),
            cancellationToken);
    }

    public byte[] Proteger(byte[] cle) => _protecteur.Protect(cle);

    public byte[] Rendre(byte[] cle) => _protecteur.Unprotect(cle);

    private Task<Signature?> CircuitAsync(LigneSignatureId ligne, CancellationToken cancellationToken) =>
        db.Signatures.AsNoTracking().SingleOrDefaultAsync(s => s.Lignes.Any(l => l.Id == ligne), cancellationToken);

    private string Lien(Signature circuit, LigneSignatureId ligne)
    {
        var (lien, jeton) = LienSignature.Creer(circuit, ligne, clock.GetUtcNow());
        db.LiensSignature.Add(lien);
        return liens.Vers($"/signer/{jeton}");
    }

    private async Task<string?> CodeAsync(LigneSignatureId ligne, CancellationToken cancellationToken)
    {
        var code = await db.CodesSignature.Where(c => c.LigneId == ligne).OrderByDescending(c => c.DemandeLe).FirstOrDefaultAsync(cancellationToken);
        if (code is null or { UtiliseLe: not null })
        {
            return null;
        }

        var (chiffres, cle) = (CodeSignature.Tirer(), RandomNumberGenerator.GetBytes(32));
        code.Partir(CodeSignature.Sceller(cle, ligne, code.EmpreinteTexte, chiffres), Proteger(cle), clock.GetUtcNow());
        return chiffres;
    }
}
