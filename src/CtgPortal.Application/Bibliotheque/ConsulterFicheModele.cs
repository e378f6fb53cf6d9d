using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>A model whole, at its last version or at one of them.</summary>
public static class ConsulterFicheModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Query(FicheModeleId Modele, int? Version = null) : IRequest<Dossier?>;

    /// <param name="Version">The one that is read.</param>
    /// <param name="Versions">The newest first.</param>
    public sealed record Dossier(
        FicheModeleId Id, int Revision, string Caf, ContenuFiche Contenu, int Version, IReadOnlyList<VersionLue> Versions, DateOnly? ImposeeDepuis, bool Archivee,
        int Reprises, int Ecartees)
    {
        public bool EstLaDerniere => Version == Versions[0].Numero;
    }

    public sealed record VersionLue(int Numero, DateTimeOffset PublieeLe, string Par, string Note);

    internal sealed class Handler(ICtgReadContext db, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var modele = await db.FichesModele.SingleOrDefaultAsync(m => m.Id == query.Modele, cancellationToken);
            if (modele is null || !ReglesBibliotheque.Peut(utilisateur.Habilitations, modele.CafCode)
                || (query.Version is { } numero ? modele.Versions.FirstOrDefault(v => v.Numero == numero) : modele.Derniere) is not { } version)
            {
                return null;
            }

            var reprises = await db.ReprisesModele.Where(r => r.ModeleId == query.Modele)
                .Select(r => new { Dans = r.FicheActionId != null, Ecartee = r.SansObjet != null }).ToListAsync(cancellationToken);
            return new(
                modele.Id, modele.Revision, ListerModeles.NomDe(modele.CafCode), version.Contenu, version.Numero,
                [.. modele.Versions.Reverse().Select(v => new VersionLue(v.Numero, v.PublieeLe, v.Par, v.Note))], modele.ImposeeDepuis, modele.Archivee,
                reprises.Count(r => r.Dans), reprises.Count(r => r.Ecartee));
        }
    }
}
