namespace CtgPortal.Domain.Plans;

public enum Numerotation
{
    /// <summary>Fiches numbered 1 to n through the whole plan (Trois-Rivières).</summary>
    Continue,

    /// <summary>Numbers that tell the branch: axe 2, orientation 1, fiche 3 is 2.1.3.</summary>
    Hierarchique,
}

/// <param name="Numero">As printed.</param>
public sealed record FicheNumerotee(FicheActionId Fiche, AxeId Axe, OrientationId? Orientation, string Numero);

/// <summary>Walks the tree in printed order: in each branch its own fiches first, then its orientations.</summary>
internal static class NumerotationPlan
{
    public static (IReadOnlyList<FicheNumerotee> Fiches, IReadOnlyDictionary<OrientationId, string> Orientations) Numeroter(Plan plan)
    {
        var enfants = plan.Orientations.ToLookup(o => (o.AxeId, o.ParentId));
        var fiches = plan.Emplacements.ToLookup(e => (e.AxeId, e.OrientationId));
        var resultat = new List<FicheNumerotee>();
        var numeros = new Dictionary<OrientationId, string>();
        foreach (var axe in plan.Axes)
        {
            Parcourir(axe.Id, null, $"{axe.Rang}");
        }

        return (resultat, numeros);

        void Parcourir(AxeId axe, OrientationId? branche, string prefixe)
        {
            foreach (var fiche in fiches[(axe, branche)])
            {
                var numero = plan.Numerotation == Numerotation.Continue ? $"{resultat.Count + 1}" : $"{prefixe}.{fiche.Rang}";
                resultat.Add(new(fiche.FicheActionId, axe, branche, numero));
            }

            // a branch may hold both fiches and orientations: hierarchical numbers go on after the fiches, so that none is given twice
            var decalage = plan.Numerotation == Numerotation.Hierarchique ? fiches[(axe, branche)].Count() : 0;
            foreach (var orientation in enfants[(axe, branche)])
            {
                var numero = numeros[orientation.Id] = $"{prefixe}.{decalage + orientation.Rang}";
                Parcourir(axe, orientation.Id, numero);
            }
        }
    }
}
