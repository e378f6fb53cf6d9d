using System.Collections.Concurrent;
using System.Reflection;

namespace CtgPortal.Web.Common;

/// <summary>
/// French words for the codes of the domain. One file per domain word (<c>Libelles.Roles.cs</c>), each with an overload
/// <c>public static string De(TheEnum valeur)</c>; <see cref="DeValeur"/> finds it by itself.
/// </summary>
public static partial class Libelles
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Methodes = new();

    /// <summary>The label of an enum value whose type is known only at run time; null when it has none.</summary>
    internal static string? DeValeur(object valeur) =>
        valeur is Enum
            ? Methodes.GetOrAdd(valeur.GetType(), static type => typeof(Libelles).GetMethod("De", [type]))?.Invoke(null, [valeur]) as string
            : null;
}
