using System.Globalization;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures;

internal static class Agents
{
    /// <summary>Who acts, for the facts that name them; commands that ask for it are never sent by a job.</summary>
    public static Agent EnAgent(this IUtilisateurCourant utilisateur) => new(utilisateur.Id!.Value, utilisateur.Nom);

    /// <summary>« 20260312-0930 », in the time of France: tells one file from the next.</summary>
    public static string HeureDeNom(this DateTimeOffset instant) => string.Create(
        CultureInfo.InvariantCulture, $"{instant.JourEnFrance():yyyyMMdd}-{instant.HeureEnFrance():HHmm}");
}
