using System.Linq.Expressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>A discussion as one person reads it.</summary>
/// <param name="MAttend">It calls the person, who has neither answered nor read.</param>
/// <param name="PeutResoudre">The person may close it.</param>
public sealed record FilVu(
    CommentaireId Id, int Revision, CibleCommentaire Cible, IReadOnlyList<MessageVu> Messages, IReadOnlyList<GesteCommentaire> Gestes,
    bool EstResolu, bool MAttend, bool PeutResoudre);

/// <param name="Texte">Null once withdrawn.</param>
/// <param name="Mentions">Names of those it calls.</param>
public sealed record MessageVu(
    MessageId Id, string Auteur, DateTimeOffset Le, string? Texte, DateTimeOffset? ModifieLe, IReadOnlyList<VersionMessage> Versions,
    IReadOnlyList<string> Mentions, bool PeutModifier, bool PeutRetirer)
{
    /// <summary>Said of words that could not change any more.</summary>
    public bool EstUneRemarque { get; init; }
}

/// <summary>The discussions about one thing, and what the person may do there.</summary>
/// <param name="Fils">Open ones first, oldest first.</param>
/// <param name="Personnes">Whom a comment may call.</param>
public sealed record Discussions(IReadOnlyList<FilVu> Fils, IReadOnlyList<PersonneDeConvention> Personnes, bool PeutCommenter)
{
    /// <summary>The stage that froze what they are about; null while its words may change.</summary>
    public StatutConvention? Fige { get; init; }

    public IReadOnlyList<FilVu> Ouverts => [.. Fils.Where(f => !f.EstResolu)];
}

/// <summary>Reads discussions for the pages of what they are about, and whom one may call there: a command each, the second for who may comment.</summary>
internal sealed class LectureCommentaires(ICtgReadContext db, IUtilisateurCourant utilisateur, IPersonnesDeConvention personnes, TimeProvider clock)
{
    /// <param name="fiche">The one they are about; null for a text.</param>
    public async Task<Discussions> LireAsync(
        EnTeteConvention enTete, Expression<Func<Commentaire, bool>> quoi, FicheAction? fiche, CancellationToken cancellationToken) => await LireAsync(
        enTete, quoi, fiche, PeutCommenter(enTete) ? await personnes.ListerAsync(enTete.Id, cancellationToken) : [], cancellationToken);

    /// <param name="toutes">The persons of the convention, already read.</param>
    public async Task<Discussions> LireAsync(
        EnTeteConvention enTete, Expression<Func<Commentaire, bool>> quoi, FicheAction? fiche, IReadOnlyList<PersonneDeConvention> toutes,
        CancellationToken cancellationToken)
    {
        var modifiable = fiche is null ? CycleDeVie.TexteModifiable(enTete.Statut) : CycleDeVie.PlanModifiable(enTete.Statut);
        var fils = await LireFilsAsync(enTete, quoi, fiche is not null && EstPilote(fiche.PiloteUtilisateurId), cancellationToken);
        var lecteurs = PeutCommenter(enTete) ? Lecteurs(toutes, fiche?.Identite.Confidentielle == true, fiche?.PiloteUtilisateurId) : [];
        return new(fils, lecteurs, PeutCommenter(enTete)) { Fige = modifiable ? null : enTete.Statut };
    }

    /// <param name="pilote">The person pilots the fiche that they are about.</param>
    public async Task<IReadOnlyList<FilVu>> LireFilsAsync(
        EnTeteConvention enTete, Expression<Func<Commentaire, bool>> quoi, bool pilote, CancellationToken cancellationToken)
    {
        var ici = await db.DansAsync(enTete.Id, cancellationToken);
        var lus = await db.EnUneCommande(ici.Commentaires.Where(c => c.ConventionId == enTete.Id).Where(quoi)).ToListAsync(cancellationToken);
        return [.. lus.OrderBy(c => c.EstResolu).ThenBy(c => c.OuvertLe).ThenBy(c => c.Id.Value).Select(c => Voir(c, enTete, pilote))];
    }

    public static bool PeutCommenter(EnTeteConvention enTete) => enTete.Permet<OuvrirCommentaire.Command>() && Commentaire.EstPossible(enTete.Statut);

    /// <summary>Those who may read a fiche, among those who see its convention.</summary>
    public static IReadOnlyList<PersonneDeConvention> Lecteurs(IReadOnlyList<PersonneDeConvention> toutes, bool confidentielle, UtilisateurId? pilote) =>
        confidentielle ? [.. toutes.Where(p => p.LitTout || p.Id == pilote)] : toutes;

    private FilVu Voir(Commentaire commentaire, EnTeteConvention enTete, bool pilote)
    {
        var (moi, now, peut) = (utilisateur.Id, clock.GetUtcNow(), PeutCommenter(enTete));
        return new(
            commentaire.Id, commentaire.Revision, commentaire.Cible,
            [
                .. commentaire.Messages.Select(m => new MessageVu(
                    m.Id, m.Auteur.Nom, m.Le, m.EstRetire ? null : m.Texte, m.ModifieLe, m.Versions,
                    m.EstRetire ? [] : [.. commentaire.Mentions.Where(x => x.MessageId == m.Id).Select(x => x.Nom).Order(StringComparer.CurrentCulture)],
                    peut && m.PeutSeModifier(moi, now), peut && m.PeutSeRetirer(moi)) { EstUneRemarque = m.SurFige }),
            ],
            commentaire.Gestes, commentaire.EstResolu, commentaire.Attend(moi),
            peut && commentaire.PeutSeResoudre(moi, pilote || DroitsPlan.PeutModifier(enTete.Roles)));
    }

    private bool EstPilote(UtilisateurId? pilote) => pilote is not null && pilote == utilisateur.Id;
}
