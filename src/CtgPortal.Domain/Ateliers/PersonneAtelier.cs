using System.Net.Mail;
using System.Security.Cryptography;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct PersonneAtelierId(Guid Value) : IStronglyTypedId<PersonneAtelierId>
{
    public static PersonneAtelierId From(Guid value) => new(value);

    public static PersonneAtelierId New() => new(Guid.CreateVersion7());
}

public enum ReponseInvitation
{
    Present,
    Absent,
    NeSaitPas,
}

/// <summary>Who is expected or there. Only the organisation is asked for: a seat may be kept for « la MSA » without a name.</summary>
public sealed record IdentitePersonne(string? Nom, string? Fonction, string Organisation, string? Courriel)
{
    public const int NomLongueurMax = 150;
    public const int FonctionLongueurMax = 150;
    public const int CourrielLongueurMax = 254;

    internal IdentitePersonne Normaliser()
    {
        var courriel = Texte.Facultatif(Courriel, "courriel", CourrielLongueurMax)?.ToLowerInvariant();
        BusinessRuleException.ThrowIfAny(When(
            courriel is not null && !(MailAddress.TryCreate(courriel, out var adresse) && adresse.Address == courriel),
            "courriel-invalide", "Cette adresse de courriel n’est pas valable."));
        return new(
            Texte.Facultatif(Nom, "nom", NomLongueurMax),
            Texte.Facultatif(Fonction, "fonction", FonctionLongueurMax),
            Texte.Obligatoire(Organisation, "organisation", Contribution.OrganisationLongueurMax),
            courriel);
    }
}

/// <summary>Somebody invited to a workshop or met at its door. Erased when the time that the workshop keeps names is over.</summary>
public sealed class PersonneAtelier
{
    internal PersonneAtelier(IdentitePersonne identite, int rang, bool invitee, DateTimeOffset now)
    {
        Id = PersonneAtelierId.New();
        Rang = rang;
        (Nom, Fonction, Organisation, Courriel) = identite.Normaliser();
        Invitee = invitee;
        Presente = !invitee;
        InscriteLe = now;
        Jeton = RandomNumberGenerator.GetHexString(40, lowercase: true);
    }

    private PersonneAtelier()
    {
    }

    public PersonneAtelierId Id { get; private init; }

    /// <summary>Order in which the list was typed.</summary>
    public int Rang { get; private init; }

    public string? Nom { get; private init; }

    public string? Fonction { get; private init; }

    public string Organisation { get; private init; } = "";

    /// <summary>Lower case; null when the person is told otherwise.</summary>
    public string? Courriel { get; private init; }

    /// <summary>Expected, rather than met at the door.</summary>
    public bool Invitee { get; private init; }

    public bool Presente { get; internal set; }

    public DateTimeOffset InscriteLe { get; private init; }

    /// <summary>Opens the personal page where one answers without an account.</summary>
    public string Jeton { get; private init; } = "";

    /// <summary>When the last message was written for this person; null when none was.</summary>
    public DateTimeOffset? InviteeLe { get; internal set; }

    public ReponseInvitation? Reponse { get; internal set; }

    public DateTimeOffset? ReponduLe { get; internal set; }

    internal bool EstAttendue => Reponse == ReponseInvitation.Present;
}
