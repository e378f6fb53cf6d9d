using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>One discussion, or the place where one would begin.</summary>
public static class ConsulterCommentaire
{
    /// <param name="Commentaire">Null for a new one, about <paramref name="Cible"/>.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, CommentaireId? Commentaire, CibleCommentaire? Cible = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Titre">Of what it is about.</param>
    /// <param name="Fil">Null for a new one.</param>
    public sealed record Dossier(EnTeteConvention EnTete, CibleCommentaire Cible, string Titre, FilVu? Fil, IReadOnlyList<PersonneDeConvention> Personnes, bool PeutCommenter);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, LectureCommentaires lecture) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var connu = query.Commentaire is { } id
                ? await db.Commentaires.SingleOrDefaultAsync(c => c.Id == id && c.ConventionId == query.Convention, cancellationToken)
                : null;
            if ((connu?.Cible ?? (query.Commentaire is null ? query.Cible : null)) is not { } cible)
            {
                return null;
            }

            var lue = await db.LireCibleAsync(query.Convention, cible, cancellationToken);
            if (lue is null && connu is null)
            {
                return null;
            }

            var fiche = cible.Nature == NatureCible.Fiche ? await db.FichesAction.SingleAsync(f => f.Id == cible.Fiche, cancellationToken) : null;
            var discussions = await lecture.LireAsync(enTete, c => c.Id == query.Commentaire, fiche, cancellationToken);
            return new(
                enTete, cible, lue?.Titre ?? (cible.Nature == NatureCible.Annexe ? cible.Cle! : "Article retiré"), discussions.Fils.SingleOrDefault(),
                discussions.Personnes, discussions.PeutCommenter);
        }
    }
}
