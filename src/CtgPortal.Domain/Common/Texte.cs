namespace CtgPortal.Domain.Common;

/// <summary>Guards shared by every aggregate for what people type.</summary>
public static class Texte
{
    /// <summary>Trims; throws when empty or longer than <paramref name="longueurMax"/> characters.</summary>
    public static string Obligatoire(string? valeur, string champ, int longueurMax)
    {
        var texte = Facultatif(valeur, champ, longueurMax);
        return texte ?? throw new BusinessRuleException($"{champ}-absent", "Ce texte est obligatoire.");
    }

    /// <summary>Trims; an empty text becomes null; throws when longer than <paramref name="longueurMax"/> characters.</summary>
    public static string? Facultatif(string? valeur, string champ, int longueurMax)
    {
        // PostgreSQL stores no zero character, and nobody means one
        var texte = valeur?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(texte))
        {
            return null;
        }

        return texte.Length <= longueurMax
            ? texte
            : throw new BusinessRuleException($"{champ}-trop-long", $"Ce texte dépasse {longueurMax} caractères.");
    }
}
