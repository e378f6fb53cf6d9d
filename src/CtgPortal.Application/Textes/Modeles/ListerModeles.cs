using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Territoires;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>The national model and those of the Caf that the person works for; all of them for an administrator.</summary>
public static class ListerModeles
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Query : IRequest<Resultat>;

    /// <param name="CafsSansModele">Those that the person may give one.</param>
    public sealed record Resultat(IReadOnlyList<Ligne> Modeles, IReadOnlyList<Caf> CafsSansModele);

    /// <param name="Caf">Name of the Caf; null for the national model.</param>
    /// <param name="Version">Last one published; null for a model never published.</param>
    /// <param name="Textes">Conventions whose text comes from it, among those that the person sees.</param>
    public sealed record Ligne(ModeleTexteId Id, string? Caf, int? Version, DateTimeOffset? PublieeLe, DateTimeOffset ModifieLe, bool PeutModifier, int Textes);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Resultat>
    {
        public async Task<Resultat> Handle(Query query, CancellationToken cancellationToken)
        {
            var siennes = ReglesOuverture.Cafs(utilisateur.Habilitations);
            var tous = utilisateur.Habilitations.Any(h => h.Role == Role.Administrateur);
            var lus = await db.ModelesTexte.Where(m => tous || m.CafCode == null || siennes.Contains(m.CafCode))
                .Select(m => new
                {
                    m.Id,
                    m.CafCode,
                    Version = m.Versions.Max(v => (int?)v.Numero),
                    PublieeLe = m.Versions.Max(v => (DateTimeOffset?)v.PublieeLe),
                    m.ModifieLe,
                    Textes = db.TextesConvention.Count(t => t.ModeleId == m.Id),
                })
                .ToListAsync(cancellationToken);
            return new(
                [
                    .. lus.Select(m => new Ligne(
                            m.Id, m.CafCode is { } caf ? NomDe(caf) : null, m.Version, m.PublieeLe, m.ModifieLe,
                            ReglesModele.Peut(utilisateur.Habilitations, m.CafCode), m.Textes))
                        .OrderBy(m => m.Caf is null ? 0 : 1).ThenBy(m => m.Caf, StringComparer.Ordinal),
                ],
                [.. Cafs.Toutes.Where(c => siennes.Contains(c.Code) && lus.All(m => m.CafCode != c.Code))]);
        }
    }

    internal static string NomDe(string caf) => Cafs.Toutes.FirstOrDefault(c => c.Code == caf)?.Nom ?? $"Caf {caf}";
}
