namespace CtgPortal.Application.Courriels;

/// <summary>Addresses of the portal as people reach it from a message.</summary>
public interface ILiensPortail
{
    /// <param name="chemin">From the root, such as <c>/conventions</c>.</param>
    string Vers(string chemin);
}
