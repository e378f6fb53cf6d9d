using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Domain.Commentaires;

public readonly record struct MessageId(Guid Value) : IStronglyTypedId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public static MessageId New() => new(Guid.CreateVersion7());
}

/// <summary>Who speaks, under the name they had then.</summary>
public sealed record Auteur(UtilisateurId Id, string Nom);

/// <summary>Words that their author has replaced since.</summary>
/// <param name="Le">When they were written.</param>
public sealed record VersionMessage(string Texte, DateTimeOffset Le);

/// <summary>What one person said in a discussion.</summary>
/// <param name="Texte">Empty once withdrawn.</param>
/// <param name="ModifieLe">When its author last reworded it.</param>
/// <param name="Versions">What it said before, oldest first; nothing is kept of a withdrawn one.</param>
/// <param name="SurFige">Said of words that could not change any more: a remark, read with the signature.</param>
public sealed record MessageCommentaire(
    MessageId Id, Auteur Auteur, DateTimeOffset Le, string Texte, DateTimeOffset? ModifieLe, DateTimeOffset? RetireLe, IReadOnlyList<VersionMessage> Versions,
    bool SurFige = false)
{
    public const int TexteLongueurMax = 4_000;

    /// <summary>Later, people have read and answered it: a new message says what changed.</summary>
    public static readonly TimeSpan DelaiDeModification = TimeSpan.FromHours(24);

    public bool EstRetire => RetireLe is not null;

    public bool PeutSeModifier(UtilisateurId? qui, DateTimeOffset now) => Auteur.Id == qui && !EstRetire && now - Le <= DelaiDeModification;

    public bool PeutSeRetirer(UtilisateurId? qui) => Auteur.Id == qui && !EstRetire;

    internal static MessageCommentaire Ecrire(Auteur auteur, string texte, bool surFige, DateTimeOffset now) =>
        new(MessageId.New(), auteur, now, Common.Texte.Obligatoire(texte, "commentaire", TexteLongueurMax), null, null, [], surFige);
}

public enum SensGeste
{
    Resolu,
    Rouvert,
}

/// <summary>Somebody closed the discussion, or opened it again.</summary>
public sealed record GesteCommentaire(SensGeste Sens, Auteur Par, DateTimeOffset Le);

/// <summary>Somebody is called by a message, until they answer it, read it, or the discussion is closed.</summary>
public sealed class Mention
{
    private Mention()
    {
    }

    public MessageId MessageId { get; private init; }

    public UtilisateurId UtilisateurId { get; private init; }

    public string Nom { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }

    /// <summary>When it stopped waiting for them.</summary>
    public DateTimeOffset? TraiteeLe { get; private set; }

    /// <summary>When a mail told them.</summary>
    public DateTimeOffset? PrevenueLe { get; private set; }

    internal static Mention De(MessageCommentaire message, Auteur personne) =>
        new() { MessageId = message.Id, UtilisateurId = personne.Id, Nom = personne.Nom, Le = message.Le };

    internal void Traiter(DateTimeOffset now) => TraiteeLe ??= now;

    internal void Prevenir(DateTimeOffset now) => PrevenueLe ??= now;
}
