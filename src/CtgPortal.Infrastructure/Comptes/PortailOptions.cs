namespace CtgPortal.Infrastructure.Comptes;

internal sealed class PortailOptions
{
    public const string Section = "CtgPortal";

    /// <summary>Where people reach the portal, as links in messages write it.</summary>
    public string AdressePublique { get; set; } = "";

    public Uri Lien(string chemin) => new(new Uri(AdressePublique.TrimEnd('/') + "/"), chemin.TrimStart('/'));
}
