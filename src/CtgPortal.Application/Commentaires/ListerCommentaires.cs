using System.Linq.Expressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>Every discussion of a convention, on the plan and on the text.</summary>
public static class ListerCommentaires
{
    public const int TaillePage = 20;

    public enum Choix
    {
        Ouverts,

        /// <summary>Open, and calling the person.</summary>
        MoiAussi,

        Resolus,
    }

    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, Choix Choix = Choix.Ouverts, int Page = 1) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Comptes">How many each choice would show.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Ligne> Lignes, int Total, IReadOnlyDictionary<Choix, int> Comptes, bool PeutCommenter);

    /// <param name="Titre">Of what it is about.</param>
    public sealed record Ligne(FilVu Fil, string Titre);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, LectureCommentaires lecture) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var tous = db.Commentaires.Where(c => c.ConventionId == query.Convention);
            var comptes = new Dictionary<Choix, int>();
            foreach (var choix in Enum.GetValues<Choix>())
            {
                comptes[choix] = await tous.CountAsync(Est(choix), cancellationToken);
            }

            var page = Pagination.Borner(query.Page, comptes[query.Choix], TaillePage);
            var ids = await tous.Where(Est(query.Choix)).OrderByDescending(c => c.OuvertLe).ThenByDescending(c => c.Id)
                .Skip((page - 1) * TaillePage).Take(TaillePage).Select(c => c.Id).ToListAsync(cancellationToken);
            var fils = (await lecture.LireFilsAsync(enTete, c => ids.Contains(c.Id), pilote: false, cancellationToken)).ToDictionary(f => f.Id);
            var titre = await db.LireTitresAsync(query.Convention, cancellationToken);
            return new(enTete, [.. ids.Select(id => new Ligne(fils[id], titre(fils[id].Cible)))], comptes[query.Choix], comptes,
                LectureCommentaires.PeutCommenter(enTete));
        }

        private Expression<Func<Commentaire, bool>> Est(Choix choix) => choix switch
        {
            Choix.Ouverts => c => c.ResoluLe == null,
            Choix.MoiAussi => c => c.ResoluLe == null && c.Mentions.Any(m => m.UtilisateurId == utilisateur.Id && m.TraiteeLe == null),
            _ => c => c.ResoluLe != null,
        };
    }
}
