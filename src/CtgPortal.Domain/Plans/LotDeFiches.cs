using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>One thing to set on several fiches.</summary>
public abstract record ModificationDeFiches
{
    /// <summary>The sections of one fiche once changed.</summary>
    internal abstract SectionsFiche Pour(FicheAction fiche);

    /// <summary>Only the Caf and the coordination decide it.</summary>
    public virtual bool EstReservee => false;

    public sealed record AjouterChamp(string Champ) : ModificationDeFiches
    {
        internal override SectionsFiche Pour(FicheAction fiche) => fiche.Identite.Champs.Contains(Champ, StringComparer.OrdinalIgnoreCase)
            ? new()
            : new(Identite: fiche.Identite with { Champs = [.. fiche.Identite.Champs, Champ] });
    }

    public sealed record RetirerChamp(string Champ) : ModificationDeFiches
    {
        internal override SectionsFiche Pour(FicheAction fiche) =>
            new(Identite: fiche.Identite with { Champs = [.. fiche.Identite.Champs.Where(c => !string.Equals(c, Champ, StringComparison.OrdinalIgnoreCase))] });
    }

    public sealed record FixerPriorite(PrioriteFiche? Priorite) : ModificationDeFiches
    {
        internal override SectionsFiche Pour(FicheAction fiche) => new(Identite: fiche.Identite with { Priorite = Priorite });
    }

    public sealed record NommerStructure(string? Structure) : ModificationDeFiches
    {
        internal override SectionsFiche Pour(FicheAction fiche) => new(Qui: fiche.Qui with { PiloteStructure = Structure });
    }

    public sealed record Imposer(bool Imposee) : ModificationDeFiches
    {
        public override bool EstReservee => true;

        internal override SectionsFiche Pour(FicheAction fiche) => new(Identite: fiche.Identite with { ImposeeParLaCaf = Imposee });
    }

    public sealed record RendreConfidentielle(bool Confidentielle) : ModificationDeFiches
    {
        public override bool EstReservee => true;

        internal override SectionsFiche Pour(FicheAction fiche) => new(Identite: fiche.Identite with { Confidentielle = Confidentielle });
    }

    public sealed record Dater(DateOnly? Debut, DateOnly? Fin, bool AmeliorationContinue) : ModificationDeFiches
    {
        internal override SectionsFiche Pour(FicheAction fiche) =>
            new(Quand: fiche.Quand with { Debut = Debut, Fin = Fin, AmeliorationContinue = AmeliorationContinue });
    }
}

/// <summary>Several fiches changed together: all of them or none, each with its line of history.</summary>
public static class LotDeFiches
{
    public const int Max = 300;

    /// <param name="lues">The revision of each that the person was shown.</param>
    /// <exception cref="BusinessRuleException">Frozen, a fiche that is gone or that somebody changed meanwhile (named), or a rule of the fiche.</exception>
    public static void Modifier(
        IReadOnlyCollection<FicheAction> fiches, IReadOnlyDictionary<FicheActionId, int> lues, ModificationDeFiches modification, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(lues.Count is 0 or > Max, "lot-hors-limites", $"Choisissez de 1 à {Max} fiches."),
            .. fiches.Where(f => f.Revision != lues[f.Id])
                .SelectMany(f => When(true, "fiche-changee", $"« {f.Intitule} » a été modifiée entre-temps par quelqu’un d’autre : aucune fiche n’a été changée.")),
            .. When(fiches.Count < lues.Count, "fiche-disparue", "Une des fiches choisies a été supprimée entre-temps : aucune fiche n’a été changée."),
        ]);
        foreach (var fiche in fiches)
        {
            fiche.Rediger(modification.Pour(fiche), etape, now);
        }
    }
}
