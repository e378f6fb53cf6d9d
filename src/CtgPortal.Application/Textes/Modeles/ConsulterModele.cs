using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>A model whole: its draft, or one of its versions.</summary>
public static class ConsulterModele
{
    /// <param name="Version">Null for the draft.</param>
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Query(ModeleTexteId Modele, int? Version = null) : IRequest<Dossier?>;

    /// <param name="Caf">Name of the Caf; null for the national model.</param>
    /// <param name="Versions">The newest first.</param>
    /// <param name="Changes">Keys of the parts whose words differ from the last version published.</param>
    public sealed record Dossier(
        ModeleTexteId Id, int Revision, string? Caf, ContenuTexte Contenu, int? Version, IReadOnlyList<VersionLue> Versions, bool PeutModifier,
        IReadOnlyList<Obstacle> Obstacles, IReadOnlySet<string> Changes);

    public sealed record VersionLue(int Numero, DateTimeOffset PublieeLe, string Par, string Note);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var siennes = ReglesOuverture.Cafs(utilisateur.Habilitations);
            var tous = utilisateur.Habilitations.Any(h => h.Role == Role.Administrateur);
            var modele = await db.ModelesTexte.SingleOrDefaultAsync(
                m => m.Id == query.Modele && (tous || m.CafCode == null || siennes.Contains(m.CafCode)), cancellationToken);
            var version = modele?.Versions.FirstOrDefault(v => v.Numero == query.Version);
            if (modele is null || (query.Version is not null && version is null))
            {
                return null;
            }

            return new(
                modele.Id,
                modele.Revision,
                modele.CafCode is { } caf ? ListerModeles.NomDe(caf) : null,
                version?.Contenu ?? modele.Brouillon,
                version?.Numero,
                [.. modele.Versions.Reverse().Select(v => new VersionLue(v.Numero, v.PublieeLe, v.Par, v.Note))],
                version is null && ReglesModele.Peut(utilisateur.Habilitations, modele.CafCode),
                modele.ObstaclesALaPublication(),
                modele.Brouillon.Passages.Where(p => modele.Derniere is { } d && !p.MemeTexte(d.Contenu.De(p.Cle))).Select(p => p.Cle).ToHashSet());
        }
    }
}
