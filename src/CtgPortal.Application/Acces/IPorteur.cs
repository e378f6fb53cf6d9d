namespace CtgPortal.Application.Acces;

/// <summary>Somebody without an account, known by what they hold: what they do bears their name. Changes nothing for somebody signed in.</summary>
public interface IPorteur
{
    void Reconnaitre(string nom);
}
