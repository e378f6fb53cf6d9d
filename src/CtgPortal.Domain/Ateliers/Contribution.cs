using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct ContributionId(Guid Value) : IStronglyTypedId<ContributionId>
{
    public static ContributionId From(Guid value) => new(value);

    public static ContributionId New() => new(Guid.CreateVersion7());
}

public enum NatureContribution
{
    Constat,
    Force,
    Faiblesse,
    Opportunite,
    Menace,
    Objectif,
    IdeeAction,
}

public enum EtatContribution
{
    EnAttente,
    Visible,
    Ecartee,
}

/// <summary>What somebody says in a workshop. An aggregate of its own: a room of 150 people says many things at once.</summary>
public sealed class Contribution : AggregateRoot
{
    public const int TexteLongueurMax = 1_000;
    public const int OrganisationLongueurMax = 200;
    public const int ParAtelierMax = 2_000;
    public const int ParParticipantMax = 100;

    private Contribution()
    {
    }

    /// <summary>Given by the browser that posts it, so that a retry is the same contribution.</summary>
    public ContributionId Id { get; private init; }

    public AtelierId AtelierId { get; private init; }

    public NatureContribution Nature { get; private init; }

    public string Texte { get; private init; } = "";

    public string? Organisation { get; private init; }

    /// <summary>Who posted it from the room; null when an account wrote it.</summary>
    public ParticipantId? ParticipantId { get; private init; }

    public EtatContribution Etat { get; private set; }

    /// <summary>Null while it is in no group.</summary>
    public GroupeId? GroupeId { get; private set; }

    /// <summary>Order of arrival in the workshop, then of its moves; two that came at once may share it.</summary>
    public int Rang { get; private set; }

    public DateTimeOffset PosteeLe { get; private init; }

    /// <summary>Written by an account on the page of the workshop; the history tells it.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, or full.</exception>
    public static Contribution Recueillir(
        SituationAtelier atelier, NatureContribution nature, string texte, string? organisation, ContributionsRecues deja, DateTimeOffset now)
    {
        atelier.ExigerOuvert();
        var contribution = Nouvelle(ContributionId.New(), atelier, nature, texte, organisation, null, EtatContribution.Visible, deja, now);
        contribution.Record(new ContributionRecueillie(atelier.Conventions, atelier.Id, contribution.Id, nature, contribution.Texte, now));
        return contribution;
    }

    /// <summary>Copied from a paper card by whoever leads the room, which tells the pile as a whole.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, full, or points are being given.</exception>
    public static Contribution Transcrire(
        ContributionId id, Salle salle, SituationAtelier atelier, NatureContribution nature, string texte, ContributionsRecues deja, DateTimeOffset now)
    {
        ExigerTableau(salle, atelier);
        var contribution = Nouvelle(id, atelier, nature, texte, null, null, EtatContribution.Visible, deja, now);
        contribution.RecordQuietly();
        return contribution;
    }

    /// <summary>
    /// Posted by a participant. What comes once points are being given waits for the facilitator: the subjects do not change under
    /// those who are choosing, and a phone that was out of reach loses nothing.
    /// </summary>
    /// <exception cref="BusinessRuleException">The room is closed or does not take this nature, the workshop is closed, frozen or full, or they posted too many.</exception>
    public static Contribution Poster(
        ContributionId id, Salle salle, SituationAtelier atelier, ParticipantSalle participant, NatureContribution nature, string texte,
        ContributionsRecues deja, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. salle.ObstaclesALaParticipation(atelier),
            .. When(!salle.Natures.Contains(nature), "nature-non-proposee", "Cette nature n’est pas proposée dans cette salle."),
            .. When(
                deja.DuParticipant >= ParParticipantMax, "participant-trop-bavard",
                $"Vous avez envoyé {ParParticipantMax} contributions, le maximum. Parlez-en à l’animateur."),
        ]);
        var attend = salle.Moderation == ModerationSalle.APriori || salle.VoteEnCours;
        var contribution = Nouvelle(
            id, atelier, nature, texte, participant.Organisation, participant.Id,
            attend ? EtatContribution.EnAttente : EtatContribution.Visible, deja, now);
        contribution.RecordQuietly();
        return contribution;
    }

    /// <summary>Whether a post is this very contribution sent again; with another text it is a mistake or a theft.</summary>
    /// <exception cref="BusinessRuleException">Same id, something else.</exception>
    public void ExigerIdentique(AtelierId atelier, ParticipantId participant, NatureContribution nature, string texte) =>
        BusinessRuleException.ThrowIfAny(When(
            AtelierId != atelier || ParticipantId != participant || Nature != nature || Texte != Normaliser(texte),
            "contribution-differente", "Une autre contribution porte déjà cet identifiant : écrivez-la de nouveau."));

    /// <param name="groupe">Null to take it out of its group.</param>
    /// <exception cref="BusinessRuleException">Closed, frozen, or points are being given.</exception>
    public void Deplacer(Groupe? groupe, int rang, Salle salle, SituationAtelier atelier)
    {
        ExigerRangement(groupe, salle, atelier);
        if (groupe?.Id != GroupeId)
        {
            (GroupeId, Rang) = (groupe?.Id, rang);
            RecordQuietly();
        }
    }

    /// <summary>Puts it into a group at a chosen place. Those that follow move down as far as they must, and stay as they are otherwise.</summary>
    /// <param name="apres">What it comes after; null for the first place.</param>
    /// <param name="colonne">What the group shows, in its order.</param>
    /// <exception cref="BusinessRuleException">Closed, frozen, points are being given, or what it comes after has left the group.</exception>
    public void Placer(Groupe? groupe, ContributionId? apres, IReadOnlyList<Contribution> colonne, Salle salle, SituationAtelier atelier)
    {
        ExigerRangement(groupe, salle, atelier);
        List<Contribution> autres = [.. colonne.Where(c => c.Id != Id)];
        var place = apres is null ? 0 : autres.FindIndex(c => c.Id == apres) + 1;
        BusinessRuleException.ThrowIfAny(When(apres is not null && place == 0, "repere-parti", "La contribution d’à côté a changé de groupe."));
        GroupeId = groupe?.Id;
        Rang = place > 0 ? autres[place - 1].Rang + 1 : autres.Count > 0 ? autres[0].Rang - 1 : Rang;
        RecordQuietly();
        for (var (i, dernier) = (place, Rang); i < autres.Count && autres[i].Rang <= dernier; i++)
        {
            dernier = autres[i].Rang = dernier + 1;
        }
    }

    /// <exception cref="BusinessRuleException">Closed, frozen, or points are being given.</exception>
    public void Afficher(Salle salle, SituationAtelier atelier)
    {
        ExigerTableau(salle, atelier);
        if (Etat != EtatContribution.Visible)
        {
            Etat = EtatContribution.Visible;
            RecordQuietly();
        }
    }

    /// <summary>Hides it from the room; allowed at any moment, and told.</summary>
    /// <exception cref="BusinessRuleException">Closed or frozen.</exception>
    public void Ecarter(SituationAtelier atelier, DateTimeOffset now)
    {
        atelier.ExigerOuvert();
        if (Etat != EtatContribution.Ecartee)
        {
            (Etat, GroupeId) = (EtatContribution.Ecartee, null);
            Record(new ContributionEcartee(atelier.Conventions, atelier.Id, Id, Texte, now));
        }
    }

    /// <summary>Deletes it; the history keeps its text.</summary>
    /// <exception cref="BusinessRuleException">Closed or frozen.</exception>
    public void Retirer(SituationAtelier atelier, DateTimeOffset now)
    {
        atelier.ExigerOuvert();
        Record(new ContributionRetiree(atelier.Conventions, atelier.Id, Id, Texte, now));
    }

    /// <summary>Its group goes: it stays, in the given group or in none.</summary>
    internal void SuivreLeGroupe(GroupeId? vers)
    {
        GroupeId = vers;
        RecordQuietly();
    }

    private void ExigerRangement(Groupe? groupe, Salle salle, SituationAtelier atelier)
    {
        ExigerTableau(salle, atelier);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(groupe is not null && groupe.AtelierId != AtelierId, "groupe-inconnu", "Ce groupe n’existe plus."),
            .. When(Etat != EtatContribution.Visible, "contribution-masquee", "Affichez cette contribution avant de la ranger."),
        ]);
    }

    private static void ExigerTableau(Salle salle, SituationAtelier atelier) =>
        BusinessRuleException.ThrowIfAny([.. atelier.Obstacles(), .. salle.ObstaclesAuTableau()]);

    private static string Normaliser(string texte) => Common.Texte.Obligatoire(texte, "contribution", TexteLongueurMax).ReplaceLineEndings("\n");

    private static Contribution Nouvelle(
        ContributionId id, SituationAtelier atelier, NatureContribution nature, string texte, string? organisation, ParticipantId? participant,
        EtatContribution etat, ContributionsRecues deja, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            deja.DeLAtelier >= ParAtelierMax, "atelier-plein", $"Un atelier recueille au plus {ParAtelierMax} contributions."));
        return new()
        {
            Id = id,
            AtelierId = atelier.Id,
            Nature = nature,
            Texte = Normaliser(texte),
            Organisation = Common.Texte.Facultatif(organisation, "organisation", OrganisationLongueurMax),
            ParticipantId = participant,
            Etat = etat,
            Rang = deja.DernierRang + 1,
            PosteeLe = now,
        };
    }
}

/// <summary>How many contributions there are when one more comes.</summary>
public sealed record ContributionsRecues(int DeLAtelier, int DernierRang, int DuParticipant = 0)
{
    public static readonly ContributionsRecues Aucune = new(0, 0);
}

/// <summary>Attendance by organisation, without names of persons.</summary>
public sealed record OrganisationPresente
{
    public const int NombreMax = 10_000;

    public OrganisationPresente(string nom, int? nombre)
    {
        BusinessRuleException.ThrowIfAny(When(
            nombre is < 1 or > NombreMax, "nombre-invalide", $"Le nombre de personnes va de 1 à {NombreMax}."));
        Nom = Texte.Obligatoire(nom, "organisation", Contribution.OrganisationLongueurMax);
        Nombre = nombre;
    }

    private OrganisationPresente()
    {
    }

    public string Nom { get; private init; } = "";

    public int? Nombre { get; private init; }

    public override string ToString() => Nombre is null ? Nom : $"{Nom} ({Nombre})";
}
