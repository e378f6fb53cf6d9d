namespace CtgPortal.Application.Acces;

/// <summary>Where the present request comes from, for the proof of what it does; never for the logs. All null for a job.</summary>
public interface IContexteAppel
{
    string? AdresseIp { get; }

    /// <summary>The browser, as it calls itself.</summary>
    string? Agent { get; }
}
