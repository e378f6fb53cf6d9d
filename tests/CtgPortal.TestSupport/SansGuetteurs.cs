using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CtgPortal.TestSupport;

/// <summary>
/// A system lets a user watch few folders at once (128 on Debian), and each portal of a test watches several: they look
/// at their files from time to time instead, and never read their configuration again.
/// </summary>
internal static class SansGuetteurs
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Set before any test builds a portal, whichever test comes first.")]
    internal static void Regler()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
