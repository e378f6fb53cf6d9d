using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Commentaires;

public readonly record struct CommentaireId(Guid Value) : IStronglyTypedId<CommentaireId>
{
    public static CommentaireId From(Guid value) => new(value);

    public static CommentaireId New() => new(Guid.CreateVersion7());
}

/// <summary>A comment and what was answered: one discussion, about one thing, open until somebody closes it.</summary>
public sealed class Commentaire : AggregateRoot
{
    public const int MessagesMax = 200;
    public const int MentionsMax = 20;

    private readonly List<Mention> _mentions = [];

    private Commentaire()
    {
    }

    public CommentaireId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public NatureCible Nature { get; private init; }

    public FicheActionId? FicheActionId { get; private init; }

    public string? Cle { get; private init; }

    public string? Champ { get; private init; }

    public CibleCommentaire Cible => new(Nature, FicheActionId, Cle, Champ);

    public DateTimeOffset OuvertLe { get; private init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResoluLe { get; private set; }

    public IReadOnlyList<MessageCommentaire> Messages { get; private set; } = [];

    /// <summary>Every closing and every opening again, oldest first.</summary>
    public IReadOnlyList<GesteCommentaire> Gestes { get; private set; } = [];

    public IReadOnlyList<Mention> Mentions => _mentions;

    public bool EstResolu => ResoluLe is not null;

    public static bool EstPossible(StatutConvention etape) => !CycleDeVie.EstFini(etape);

    /// <exception cref="BusinessRuleException">Nothing said, too many persons called, or the convention is over.</exception>
    public static Commentaire Ouvrir(
        ConventionId convention, CibleCommentaire cible, Auteur auteur, string texte, IReadOnlyList<Auteur> mentions, StatutConvention etape, DateTimeOffset now)
    {
        cible.Exiger();
        Exiger(etape);
        var commentaire = new Commentaire
        {
            Id = CommentaireId.New(),
            ConventionId = convention,
            Nature = cible.Nature,
            FicheActionId = cible.Fiche,
            Cle = cible.Cle,
            Champ = cible.Champ,
            OuvertLe = now,
        };
        commentaire.Ajouter(auteur, texte, mentions, etape, now);
        commentaire.Record(new CommentaireOuvert(convention, commentaire.Id, cible, now));
        return commentaire;
    }

    /// <summary>Answers; a closed discussion is open again. What called the author is answered.</summary>
    /// <exception cref="BusinessRuleException">Nothing said, a discussion without end, or the convention is over.</exception>
    public void Repondre(Auteur auteur, string texte, IReadOnlyList<Auteur> mentions, StatutConvention etape, DateTimeOffset now)
    {
        Exiger(etape);
        BusinessRuleException.ThrowIfAny(When(
            Messages.Count >= MessagesMax, "discussion-trop-longue", "Cette discussion est très longue : ouvrez-en une autre, ou réunissez-vous."));
        Traiter(auteur.Id, now);
        Ajouter(auteur, texte, mentions, etape, now);
        Record(new CommentaireRepondu(ConventionId, Id, Cible, now));
        if (EstResolu)
        {
            Reprendre(auteur, now);
        }
    }

    /// <summary>Rewords one’s own message; what it said before stays readable.</summary>
    /// <exception cref="BusinessRuleException">Somebody else’s, withdrawn, or too old.</exception>
    public void Modifier(MessageId message, UtilisateurId auteur, string texte, StatutConvention etape, DateTimeOffset now)
    {
        Exiger(etape);
        var avant = Trouver(message);
        BusinessRuleException.ThrowIfAny(When(
            !avant.PeutSeModifier(auteur, now), "message-fige", "Ce commentaire ne peut plus être modifié : répondez-lui plutôt."));
        var apres = Texte.Obligatoire(texte, "commentaire", MessageCommentaire.TexteLongueurMax);
        if (apres != avant.Texte)
        {
            Remplacer(avant with { Texte = apres, ModifieLe = now, Versions = [.. avant.Versions, new(avant.Texte, avant.ModifieLe ?? avant.Le)] });
            Record(new CommentaireModifie(ConventionId, Id, Cible, now));
        }
    }

    /// <summary>Takes one’s own words away, all of them; that something was said, by whom and when, remains.</summary>
    /// <exception cref="BusinessRuleException">Somebody else’s, or already withdrawn.</exception>
    public void Retirer(MessageId message, UtilisateurId auteur, DateTimeOffset now)
    {
        var avant = Trouver(message);
        BusinessRuleException.ThrowIfAny(When(!avant.PeutSeRetirer(auteur), "message-d-un-autre", "Seule la personne qui l’a écrit retire un commentaire."));
        Remplacer(avant with { Texte = "", ModifieLe = null, RetireLe = now, Versions = [] });
        foreach (var mention in _mentions.Where(m => m.MessageId == message))
        {
            mention.Traiter(now);
        }

        Record(new CommentaireRetire(ConventionId, Id, Cible, now));
        if (!EstResolu && Messages.All(m => m.EstRetire))
        {
            Clore(avant.Auteur, now);
        }
    }

    /// <param name="responsable">Prepares the convention, or pilots the fiche.</param>
    public bool PeutSeResoudre(UtilisateurId? qui, bool responsable) =>
        qui is { } personne && (responsable || Messages[0].Auteur.Id == personne || _mentions.Any(m => m.UtilisateurId == personne));

    /// <exception cref="BusinessRuleException">Closed already, or not theirs to close.</exception>
    public void Resoudre(Auteur par, bool responsable, StatutConvention etape, DateTimeOffset now)
    {
        Exiger(etape);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(!PeutSeResoudre(par.Id, responsable), "resolution-reservee", "Seuls l’auteur, les personnes mentionnées et les responsables closent une discussion."),
            .. When(EstResolu, "deja-resolu", "Cette discussion est déjà close."),
        ]);
        Clore(par, now);
    }

    /// <exception cref="BusinessRuleException">Open already, or the convention is over.</exception>
    public void Rouvrir(Auteur par, StatutConvention etape, DateTimeOffset now)
    {
        Exiger(etape);
        BusinessRuleException.ThrowIfAny(When(!EstResolu, "deja-ouvert", "Cette discussion est déjà ouverte."));
        Reprendre(par, now);
    }

    /// <summary>The person has read what called them.</summary>
    public void Lire(UtilisateurId personne, DateTimeOffset now)
    {
        if (Traiter(personne, now))
        {
            RecordQuietly();
        }
    }

    /// <summary>A mail told them: the revision does not move, nobody’s form becomes old by it.</summary>
    public void Prevenir(UtilisateurId personne, DateTimeOffset now)
    {
        foreach (var mention in _mentions.Where(m => m.UtilisateurId == personne))
        {
            mention.Prevenir(now);
        }
    }

    public bool Attend(UtilisateurId? personne) => _mentions.Any(m => m.UtilisateurId == personne && m.TraiteeLe is null);

    private void Ajouter(Auteur auteur, string texte, IReadOnlyList<Auteur> mentions, StatutConvention etape, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            mentions.Count > MentionsMax, "mentions-trop-nombreuses", $"Un commentaire mentionne au plus {MentionsMax} personnes."));
        var message = MessageCommentaire.Ecrire(auteur, texte, Cible.EstFigee(etape), now);
        Messages = [.. Messages, message];
        _mentions.AddRange(mentions.DistinctBy(m => m.Id).Where(m => m.Id != auteur.Id).Select(m => Mention.De(message, m)));
    }

    private bool Traiter(UtilisateurId personne, DateTimeOffset now)
    {
        var siennes = _mentions.Where(m => m.UtilisateurId == personne && m.TraiteeLe is null).ToList();
        siennes.ForEach(m => m.Traiter(now));
        return siennes.Count > 0;
    }

    private void Clore(Auteur par, DateTimeOffset now)
    {
        ResoluLe = now;
        Gestes = [.. Gestes, new(SensGeste.Resolu, par, now)];
        _mentions.ForEach(m => m.Traiter(now));
        Record(new CommentaireResolu(ConventionId, Id, Cible, now));
    }

    private void Reprendre(Auteur par, DateTimeOffset now)
    {
        ResoluLe = null;
        Gestes = [.. Gestes, new(SensGeste.Rouvert, par, now)];
        Record(new CommentaireRouvert(ConventionId, Id, Cible, now));
    }

    private MessageCommentaire Trouver(MessageId id) =>
        Messages.FirstOrDefault(m => m.Id == id) ?? throw new BusinessRuleException("message-inconnu", "Ce commentaire n’existe pas.");

    private void Remplacer(MessageCommentaire apres) => Messages = [.. Messages.Select(m => m.Id == apres.Id ? apres : m)];

    private static void Exiger(StatutConvention etape) => BusinessRuleException.ThrowIfAny(When(
        !EstPossible(etape), "convention-finie", "La convention est terminée : ses discussions ne bougent plus."));
}
