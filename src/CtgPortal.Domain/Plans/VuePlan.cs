using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Plans;

public readonly record struct VuePlanId(Guid Value) : IStronglyTypedId<VuePlanId>
{
    public static VuePlanId From(Guid value) => new(value);

    public static VuePlanId New() => new(Guid.CreateVersion7());
}

/// <summary>A view of a plan with its filters, under a name, for oneself or for the whole team. It changes nothing of the convention: the journal says nothing of it.</summary>
public sealed class VuePlan : AggregateRoot
{
    public const int NomLongueurMax = 80;
    public const int ReglagesLongueurMax = 2_000;

    /// <summary>Keys of the views that may be kept.</summary>
    public static readonly IReadOnlyList<string> Vues = ["", "tableau", "calendrier", "avancement", "schemas", "affiche"];

    private VuePlan()
    {
    }

    public VuePlanId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Who made it.</summary>
    public UtilisateurId Auteur { get; private init; }

    public string Nom { get; private set; } = "";

    /// <summary>One of <see cref="Vues"/>.</summary>
    public string Vue { get; private init; } = "";

    /// <summary>Filters, columns and order as the address writes them, without the question mark.</summary>
    public string Reglages { get; private init; } = "";

    /// <summary>Shown to all who see the convention.</summary>
    public bool Partagee { get; private init; }

    /// <summary>The plan opens on it: for its author, or for the team when it is shared and they have chosen no other.</summary>
    public bool ParDefaut { get; private set; }

    public DateTimeOffset CreeeLe { get; private init; }

    /// <exception cref="BusinessRuleException">No name, an unknown view, or more settings than an address holds.</exception>
    public static VuePlan Enregistrer(ConventionId convention, UtilisateurId auteur, string nom, string vue, string reglages, bool partagee, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. Conditions.When(!Vues.Contains(vue), "vue-inconnue", "Cette vue du plan n’existe pas."),
            .. Conditions.When(reglages.Length > ReglagesLongueurMax, "reglages-trop-longs", "Cette vue a trop de filtres pour être gardée."),
        ]);
        var nouvelle = new VuePlan
        {
            Id = VuePlanId.New(),
            ConventionId = convention,
            Auteur = auteur,
            Vue = vue,
            Reglages = reglages,
            Partagee = partagee,
            CreeeLe = now,
        };
        nouvelle.Renommer(nom);
        return nouvelle;
    }

    /// <exception cref="BusinessRuleException">No name.</exception>
    public void Renommer(string nom)
    {
        Nom = Texte.Obligatoire(nom, "vue", NomLongueurMax);
        RecordQuietly();
    }

    public void OuvrirParDefaut(bool parDefaut)
    {
        if (ParDefaut != parDefaut)
        {
            ParDefaut = parDefaut;
            RecordQuietly();
        }
    }
}
