using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Equipements;

public readonly record struct EquipementId(Guid Value) : IStronglyTypedId<EquipementId>
{
    public static EquipementId From(Guid value) => new(value);

    public static EquipementId New() => new(Guid.CreateVersion7());
}

/// <summary>An équipement or a service that collectivités support: one line of annexe 2, which many hands keep up to date.</summary>
public sealed class EquipementSoutenu : AggregateRoot
{
    public const int CodeLongueurMax = 20;
    public const int ParConventionMax = 2_000;

    private const string Prefixe = "EQ-";

    private EquipementSoutenu()
    {
    }

    public EquipementId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Never changes: a file imported again finds its line by it.</summary>
    public string Code { get; private init; } = "";

    public DescriptionEquipement Description { get; private set; } = null!;

    /// <summary>Annexe 2 is signed with the text: it does not move while people sign, nor once the convention is over.</summary>
    public static IReadOnlyList<Obstacle> Obstacles(StatutConvention etape) =>
    [
        .. When(
            !CycleDeVie.PlanModifiable(etape), "annexe-figee",
            "La liste des équipements est figée : la convention est à la signature, ou terminée."),
    ];

    /// <param name="nombre">How many the convention would have.</param>
    public static IReadOnlyList<Obstacle> ObstaclesAuNombre(int nombre) =>
        [.. When(nombre > ParConventionMax, "equipements-trop-nombreux", $"Une convention soutient au plus {ParConventionMax} équipements et services.")];

    /// <param name="codes">Those of the convention.</param>
    /// <returns>The next number, on three digits or more.</returns>
    public static string CodeSuivant(IEnumerable<string> codes) => CodeDe(codes.Select(NumeroDe).DefaultIfEmpty().Max() + 1);

    /// <summary>The number in a code that the portal gave; 0 for a code of somebody else.</summary>
    public static int NumeroDe(string code) =>
        code.StartsWith(Prefixe, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(code.AsSpan(Prefixe.Length), System.Globalization.NumberStyles.None, null, out var numero) ? numero : 0;

    public static string CodeDe(int numero) => $"{Prefixe}{numero:000}";

    /// <param name="importe">The import that adds it tells it in one line of the history.</param>
    /// <exception cref="BusinessRuleException">Frozen, or a description that breaks a rule.</exception>
    public static EquipementSoutenu Inscrire(
        ConventionId convention, string code, DescriptionEquipement description, StatutConvention etape, DateTimeOffset now, bool importe = false)
    {
        BusinessRuleException.ThrowIfAny(Obstacles(etape));
        var equipement = new EquipementSoutenu
        {
            Id = EquipementId.New(),
            ConventionId = convention,
            Code = Texte.Obligatoire(code, "code", CodeLongueurMax).ToUpperInvariant(),
            Description = description.Normaliser(),
        };
        if (importe)
        {
            equipement.RecordQuietly();
        }
        else
        {
            equipement.Record(new EquipementAjoute(convention, equipement.Id, equipement.Description.Nom, now));
        }

        return equipement;
    }

    /// <summary>Records the fields that differ, and nothing when none does.</summary>
    /// <exception cref="BusinessRuleException">Frozen, or a description that breaks a rule.</exception>
    public void Modifier(DescriptionEquipement description, StatutConvention etape, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(Obstacles(etape));
        var apres = description.Normaliser();
        var comparaison = Description.Comparer(apres);
        if (!comparaison.EstVide)
        {
            Description = apres;
            Record(new EquipementModifie(ConventionId, Id, apres.Nom, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>What <see cref="Modifier"/> would record.</summary>
    public IReadOnlyList<Changement> Differences(DescriptionEquipement description) => Description.Comparer(description.Normaliser()).Changements;

    /// <summary>The caller then deletes it.</summary>
    /// <exception cref="BusinessRuleException">Frozen.</exception>
    public void Retirer(StatutConvention etape, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(Obstacles(etape));
        Record(new EquipementRetire(ConventionId, Id, Description.Nom, now));
    }
}
