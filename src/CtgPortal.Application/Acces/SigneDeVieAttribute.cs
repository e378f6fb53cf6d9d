namespace CtgPortal.Application.Acces;

/// <summary>
/// Sent by a script again and again while a page is open, and nothing that people decided: it is told at the debug level only, waits for
/// no lock, and does not make the session last.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SigneDeVieAttribute : Attribute;
