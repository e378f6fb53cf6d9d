using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>What decides whether anything of a diagnostic may be written: its figures and findings, its questionnaires and interviews.</summary>
public readonly record struct EtatDiagnostic(StatutConvention Etape, bool EstValide)
{
    /// <summary>Why nothing may be written any more; empty while the diagnostic is open.</summary>
    public IReadOnlyList<Obstacle> Obstacles() =>
    [
        .. When(!CycleDeVie.TexteModifiable(Etape), Conventions.Obstacles.TexteFige),
        .. When(EstValide, "diagnostic-valide", "Le diagnostic est validé : rouvrez-le pour le modifier."),
    ];

    /// <exception cref="BusinessRuleException">Validated, or the text of the convention is frozen.</exception>
    public void ExigerModifiable() => BusinessRuleException.ThrowIfAny(Obstacles());
}
