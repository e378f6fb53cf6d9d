using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Commentaires;

/// <summary>A fact of a discussion: told only to those who may read what it is about. The words stay in the discussion.</summary>
public interface IFaitDeCommentaire
{
    CibleCommentaire Cible { get; }
}

public sealed record CommentaireOuvert(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;

public sealed record CommentaireRepondu(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;

public sealed record CommentaireModifie(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;

public sealed record CommentaireRetire(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;

public sealed record CommentaireResolu(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;

public sealed record CommentaireRouvert(ConventionId Convention, CommentaireId Commentaire, CibleCommentaire Cible, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCommentaire;
