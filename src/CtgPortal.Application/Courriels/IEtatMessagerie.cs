namespace CtgPortal.Application.Courriels;

/// <summary>Whether messages can leave; without a mail server they wait.</summary>
public interface IEtatMessagerie
{
    bool EstConfiguree { get; }
}
