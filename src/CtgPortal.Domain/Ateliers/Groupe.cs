using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct GroupeId(Guid Value) : IStronglyTypedId<GroupeId>
{
    public static GroupeId From(Guid value) => new(value);

    public static GroupeId New() => new(Guid.CreateVersion7());
}

/// <summary>Contributions that say the same thing, under one title.</summary>
public sealed class Groupe : AggregateRoot
{
    public const int TitreLongueurMax = 120;
    public const int ParAtelierMax = 60;

    private Groupe()
    {
    }

    public GroupeId Id { get; private init; }

    public AtelierId AtelierId { get; private init; }

    public string Titre { get; private set; } = "";

    public int Rang { get; private init; }

    /// <exception cref="BusinessRuleException">Closed, frozen, points are being given, or too many groups.</exception>
    public static Groupe Creer(Salle salle, SituationAtelier atelier, string titre, int dejaLa, int dernierRang)
    {
        ExigerTableau(salle, atelier);
        BusinessRuleException.ThrowIfAny(Conditions.When(
            dejaLa >= ParAtelierMax, "groupes-trop-nombreux", $"Un atelier a au plus {ParAtelierMax} groupes."));
        var groupe = new Groupe { Id = GroupeId.New(), AtelierId = atelier.Id, Titre = Lire(titre), Rang = dernierRang + 1 };
        groupe.RecordQuietly();
        return groupe;
    }

    /// <exception cref="BusinessRuleException">Closed, frozen, or points are being given.</exception>
    public void Renommer(Salle salle, SituationAtelier atelier, string titre)
    {
        ExigerTableau(salle, atelier);
        Titre = Lire(titre);
        RecordQuietly();
    }

    /// <summary>Deletes the group, never what people said: its contributions go to no group.</summary>
    /// <param name="contributions">All those of the group.</param>
    /// <exception cref="BusinessRuleException">Closed, frozen, or points are being given.</exception>
    public void Retirer(Salle salle, SituationAtelier atelier, IReadOnlyCollection<Contribution> contributions, DateTimeOffset now)
    {
        ExigerTableau(salle, atelier);
        Laisser(contributions, null);
        Record(new GroupeRetire(atelier.Conventions, AtelierId, Titre, contributions.Count, now));
    }

    /// <summary>Its contributions join another group, and the group goes.</summary>
    /// <exception cref="BusinessRuleException">Closed, frozen, points are being given, or into itself.</exception>
    public void FusionnerDans(Groupe cible, Salle salle, SituationAtelier atelier, IReadOnlyCollection<Contribution> contributions)
    {
        ExigerTableau(salle, atelier);
        BusinessRuleException.ThrowIfAny(Conditions.When(
            cible.Id == Id || cible.AtelierId != AtelierId, "fusion-impossible", "Choisissez un autre groupe de cet atelier."));
        Laisser(contributions, cible.Id);
        RecordQuietly();
    }

    private static void Laisser(IReadOnlyCollection<Contribution> contributions, GroupeId? vers)
    {
        foreach (var contribution in contributions)
        {
            contribution.SuivreLeGroupe(vers);
        }
    }

    private static string Lire(string titre) => Texte.Obligatoire(titre, "titre", TitreLongueurMax);

    private static void ExigerTableau(Salle salle, SituationAtelier atelier) =>
        BusinessRuleException.ThrowIfAny([.. atelier.Obstacles(), .. salle.ObstaclesAuTableau()]);
}
