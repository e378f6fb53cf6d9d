using System.Text.RegularExpressions;
using CtgPortal.Application.Courriels;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.TestSupport;

/// <summary>Reads a message as its recipient does: its secret is drawn as it leaves, and is written in no database.</summary>
internal static partial class MessagesSecrets
{
    /// <summary>The token of the last link sent to this address.</summary>
    public static async Task<string> JetonAsync(this IServiceProvider services, string courriel) =>
        Jeton().Match(await RecevoirAsync(services, courriel, SecretDeCourriel.LienSignature)) is { Success: true } lien
            ? lien.Groups[1].Value
            : throw new InvalidOperationException($"No link was sent to {courriel}.");

    /// <summary>The last code sent to this address.</summary>
    public static async Task<string> CodeAsync(this IServiceProvider services, string courriel) =>
        Code().Match(await RecevoirAsync(services, courriel, SecretDeCourriel.CodeSignature)) is { Success: true } code
            ? code.Value
            : throw new InvalidOperationException($"No code was sent to {courriel}.");

    private static async Task<string> RecevoirAsync(IServiceProvider services, string destinataire, SecretDeCourriel secret)
    {
        await using var portee = services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<CtgDbContext>();
        var courriel = await db.Courriels.Where(c => c.Destinataire == destinataire && c.Secret == secret)
            .OrderByDescending(c => c.CreeLe).ThenByDescending(c => c.Id).FirstAsync();
        var texte = await portee.ServiceProvider.GetRequiredService<SecretsDeSignature>().EcrireAsync(courriel, CancellationToken.None);
        await db.SaveChangesAsync();
        return texte ?? "";
    }

    [GeneratedRegex(@"/signer/([\w-]+)")]
    private static partial Regex Jeton();

    [GeneratedRegex(@"(?m)^\d{6}$")]
    private static partial Regex Code();
}
