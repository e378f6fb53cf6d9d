using System.Collections.Frozen;
using System.Text;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Conventions;

/// <summary>The one table of transitions: pages read it to offer an action, the aggregate reads it to accept one.</summary>
public static class CycleDeVie
{
    private static readonly FrozenDictionary<StatutConvention, StatutConvention[]> Suites =
        new Dictionary<StatutConvention, StatutConvention[]>
        {
            [EnDiagnostic] = [EnAteliers, Abandonnee],
            [EnAteliers] = [EnRedaction, EnDiagnostic, Abandonnee],
            [EnRedaction] = [EnSignature, EnAteliers, Abandonnee],
            [EnSignature] = [EnSuivi, EnRedaction, Abandonnee],
            [EnSuivi] = [Terminee, Resiliee],
            [Terminee] = [],
            [Abandonnee] = [],
            [Resiliee] = [],
        }.ToFrozenDictionary();

    /// <summary>The five stages of the stepper, in order.</summary>
    public static readonly IReadOnlyList<StatutConvention> Etapes = [EnDiagnostic, EnAteliers, EnRedaction, EnSignature, EnSuivi];

    public static bool Autorise(StatutConvention de, StatutConvention vers) => Suites[de].Contains(vers);

    public static IReadOnlyList<StatutConvention> SuitesDe(StatutConvention statut) => Suites[statut];

    /// <summary>Whether a passage goes on, goes back or ends; it says nothing about whether the table allows it.</summary>
    public static SensEtape SensDe(StatutConvention de, StatutConvention vers) =>
        EstFini(vers) ? SensEtape.Clore : RangDe(vers) < RangDe(de) ? SensEtape.Revenir : SensEtape.Avancer;

    public static bool EstFini(StatutConvention statut) => Suites[statut].Length == 0;

    /// <summary>Refuses to touch text, parties, diagnostic or workshops once the parties sign what they read.</summary>
    /// <exception cref="BusinessRuleException">The convention is being signed, signed or over.</exception>
    public static void ExigerTexteModifiable(StatutConvention etape) =>
        BusinessRuleException.ThrowIfAny(Conditions.When(
            etape is not (EnDiagnostic or EnAteliers or EnRedaction), Obstacles.TexteFige));

    /// <summary>A plan may follow the signature (Perpignan, 2024), so it also lives during the follow-up; never while people sign.</summary>
    /// <exception cref="BusinessRuleException">The convention is being signed, or over.</exception>
    public static void ExigerPlanModifiable(StatutConvention etape) =>
        BusinessRuleException.ThrowIfAny(ObstaclesAuPlan(etape));

    /// <summary>Why nothing of the plan may be written any more; empty while it may.</summary>
    public static IReadOnlyList<Obstacle> ObstaclesAuPlan(StatutConvention etape) => [.. Conditions.When(!PlanModifiable(etape), Obstacles.PlanFige)];

    /// <summary>People change (elections, absences): those who will sign an avenant are designated during the follow-up too.</summary>
    /// <exception cref="BusinessRuleException">The convention is being signed, or over.</exception>
    public static void ExigerSignatairesModifiables(StatutConvention etape) =>
        BusinessRuleException.ThrowIfAny(Conditions.When(!SignatairesModifiables(etape), Obstacles.TexteFige));

    public static bool SignatairesModifiables(StatutConvention etape) => TexteModifiable(etape) || etape == EnSuivi;

    public static bool PlanModifiable(StatutConvention etape) => etape is EnDiagnostic or EnAteliers or EnRedaction or EnSuivi;

    public static bool TexteModifiable(StatutConvention etape) => etape is EnDiagnostic or EnAteliers or EnRedaction;

    /// <exception cref="BusinessRuleException">The convention is not in its follow-up.</exception>
    public static void ExigerSuivi(StatutConvention etape) =>
        BusinessRuleException.ThrowIfAny(Conditions.When(etape != EnSuivi, Obstacles.HorsSuivi));

    private static int RangDe(StatutConvention statut) => Etapes.TakeWhile(e => e != statut).Count();

    /// <summary>The diagram of the README, which a test compares with this table.</summary>
    public static string ToMermaid()
    {
        var diagram = new StringBuilder("stateDiagram-v2\n    [*] --> EnDiagnostic\n    [*] --> EnSuivi: signée avant le portail\n");
        foreach (var de in Enum.GetValues<StatutConvention>())
        {
            foreach (var vers in Suites[de])
            {
                diagram.Append("    ").Append(de).Append(" --> ").Append(vers).Append('\n');
            }
        }

        return diagram.ToString();
    }
}

public enum SensEtape
{
    Avancer,
    Revenir,
    Clore,
}
