namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>What the columns beside a figure say of it in the SDMX files of Insee: CONF_STATUS, OBS_STATUS, UNIT_MULT.</summary>
internal static class StatutLu
{
    private const string Diffusable = "F";

    /// <summary>Beyond it, no figure of a territory makes sense.</summary>
    private const int PuissanceMax = 9;

    /// <summary>« O » (missing), « L » (not collected), « M » (cannot exist), « H » (nothing to measure); « Q » is suppressed.</summary>
    private static readonly Dictionary<string, EtatValeur> Manques = new(StringComparer.OrdinalIgnoreCase)
    {
        ["O"] = EtatValeur.NonDisponible,
        ["L"] = EtatValeur.NonDisponible,
        ["M"] = EtatValeur.NonDisponible,
        ["H"] = EtatValeur.NonDisponible,
        ["Q"] = EtatValeur.Secret,
    };

    /// <summary>Every mark but « diffusable » hides: an unknown one is no permission to publish.</summary>
    public static NombreLu SelonConfidentialite(NombreLu nombre, string cellule) =>
        cellule.Trim() is "" or Diffusable ? nombre : new(EtatValeur.Secret, null);

    /// <summary>A secret stays one: that a figure is missing says less.</summary>
    public static NombreLu SelonDisponibilite(NombreLu nombre, string cellule) =>
        nombre.Etat != EtatValeur.Secret && Manques.TryGetValue(cellule.Trim(), out var etat) ? new(etat, null) : nombre;

    /// <summary>« 3 » beside a figure: it is in thousands.</summary>
    /// <returns>False when the cell is no power of ten.</returns>
    public static bool Multiplier(ref NombreLu nombre, string cellule)
    {
        if (cellule.Trim() is not { Length: > 0 } texte)
        {
            return true;
        }

        if (!NombreLu.Essayer(texte, out var lu) || lu.Valeur is not { } puissance || puissance < 0 || puissance > PuissanceMax || puissance != Math.Truncate(puissance))
        {
            return false;
        }

        for (var i = 0; i < puissance; i++)
        {
            nombre = nombre with { Valeur = nombre.Valeur * 10 };
        }

        return true;
    }
}
