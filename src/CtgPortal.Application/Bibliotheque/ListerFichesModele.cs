using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>The libraries that the person may read: those of their Caf, all of them for an administrator.</summary>
public static class ListerFichesModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Query : IRequest<Resultat>;

    /// <param name="Cafs">Those in whose library the person may add a fiche.</param>
    public sealed record Resultat(IReadOnlyList<Ligne> Fiches, IReadOnlyList<Caf> Cafs);

    /// <param name="Reprises">Conventions whose plan holds it, among those that the person sees.</param>
    public sealed record Ligne(FicheModeleId Id, string Caf, string Intitule, string? Champ, DateOnly? ImposeeDepuis, bool Archivee, int Version, DateTimeOffset PublieeLe, int Reprises);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Resultat>
    {
        public async Task<Resultat> Handle(Query query, CancellationToken cancellationToken)
        {
            var siennes = ReglesOuverture.Cafs(utilisateur.Habilitations);
            var toutes = utilisateur.Habilitations.Any(h => h.Role == Role.Administrateur);
            var lues = await db.FichesModele.Where(m => toutes || siennes.Contains(m.CafCode))
                .OrderBy(m => m.CafCode).ThenBy(m => m.Champ).ThenBy(m => m.Intitule).ThenBy(m => m.Id)
                .Select(m => new
                {
                    m.Id,
                    m.CafCode,
                    m.Intitule,
                    m.Champ,
                    m.ImposeeDepuis,
                    m.Archivee,
                    Version = m.Versions.Max(v => v.Numero),
                    PublieeLe = m.Versions.Max(v => v.PublieeLe),
                    Reprises = db.ReprisesModele.Count(r => r.ModeleId == m.Id && r.FicheActionId != null),
                })
                .ToListAsync(cancellationToken);
            return new(
                [.. lues.Select(m => new Ligne(m.Id, ListerModeles.NomDe(m.CafCode), m.Intitule, m.Champ, m.ImposeeDepuis, m.Archivee, m.Version, m.PublieeLe, m.Reprises))],
                [.. Cafs.Toutes.Where(c => siennes.Contains(c.Code))]);
        }
    }
}
