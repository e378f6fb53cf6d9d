namespace CtgPortal.Web.Common;

/// <summary>The head of a convention's pages, from what the query of the page brought.</summary>
public static class EnTetes
{
    /// <param name="onglet">One of the keys of <see cref="EnTeteConvention.Onglets"/>.</param>
    public static EnTeteConvention Pour(Application.Conventions.EnTeteConvention enTete, string onglet) => new(
        enTete.Id.Value,
        enTete.Intitule,
        string.Join(" · ", enTete.Titulaires),
        enTete.Periode is { } periode ? Format.Periode(periode.Debut, periode.Fin) : "Période à fixer",
        enTete.Statut.ToString(),
        null,
        onglet);
}
