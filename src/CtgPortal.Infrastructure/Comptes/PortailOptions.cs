namespace CtgPortal.Infrastructure.Comptes;

internal sealed class PortailOptions
{
    public const string Section = "CtgPortal";

    /// <summary>Where people reach the portal, as links in messages write it.</summary>
    public string AdressePublique { get; set; } = "";

    /// <summary>Address of the person who is invited to administer a portal that has no account yet.</summary>
    public string Administrateur { get; set; } = "";

    public Uri Lien(string chemin) => new(new Uri(AdressePublique.TrimEnd('/') + "/"), chemin.TrimStart('/'));
}
