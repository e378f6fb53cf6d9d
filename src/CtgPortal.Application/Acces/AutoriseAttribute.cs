using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Acces;

/// <summary>Who may send a request. A request type without it (and without <see cref="PublicAttribute"/>) is refused, and a test fails.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AutoriseAttribute(params Role[] roles) : Attribute
{
    public static readonly Role[] Tous = Enum.GetValues<Role>();

    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Anybody signed in may send the request; what they get is scoped by the read context.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AutoriseConnecteAttribute : Attribute;

/// <summary>Anybody may send the request, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute;
