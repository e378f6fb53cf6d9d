using System.Collections.Concurrent;
using System.Reflection;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Acces;

/// <summary>First of the three behaviours: refuses before the handler runs. A foreign convention is answered as unknown.</summary>
internal sealed class AccesBehavior<TRequest, TResponse>(IUtilisateurCourant utilisateur, IDroits droits)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (RegleAcces.Pour(typeof(TRequest)) is { } regle)
        {
            await VerifierAsync(regle, request, cancellationToken);
        }

        return await next();
    }

    private async Task VerifierAsync(RegleAcces regle, TRequest request, CancellationToken cancellationToken)
    {
        if (utilisateur.Id is null)
        {
            throw new AccesRefuseException("Connectez-vous pour continuer.");
        }

        if (request is not IRequeteSurConvention { Convention: var convention })
        {
            if (!regle.Admet(utilisateur.Habilitations.Select(h => h.Role)))
            {
                throw Refus();
            }

            return;
        }

        var roles = await droits.RolesSurAsync(convention, cancellationToken);
        if (roles.Count == 0)
        {
            throw new NotFoundException($"Convention {convention.Value} is unknown or foreign.");
        }

        if (!regle.Admet(roles))
        {
            throw Refus();
        }

        var admisCommePilote = regle.Roles.Intersect(roles).All(r => r == Role.Partenaire);
        if (request is IRequeteSurFiche { Fiche: var fiche } && admisCommePilote && regle.Ecriture
            && !await droits.PiloteAsync(convention, fiche, cancellationToken))
        {
            throw Refus();
        }
    }

    private static AccesRefuseException Refus() => new("Votre rôle ne permet pas cette action.");
}

/// <summary>The access rule of a request type, read once from its attributes.</summary>
/// <param name="Roles">Empty: anybody signed in.</param>
/// <param name="Ecriture">True for commands: a partner then writes only on the fiches they pilot.</param>
internal sealed record RegleAcces(IReadOnlyList<Role> Roles, bool Ecriture)
{
    private static readonly ConcurrentDictionary<Type, RegleAcces?> Regles = new();

    /// <summary>Null when the request is public.</summary>
    /// <exception cref="InvalidOperationException">The type says nothing about access.</exception>
    public static RegleAcces? Pour(Type requete) => Regles.GetOrAdd(requete, static type =>
    {
        if (type.GetCustomAttribute<PublicAttribute>() is not null)
        {
            return null;
        }

        var ecriture = EstUneCommande(type);
        if (type.GetCustomAttribute<AutoriseConnecteAttribute>() is not null)
        {
            return new([], ecriture);
        }

        var autorise = type.GetCustomAttribute<AutoriseAttribute>()
            ?? throw new InvalidOperationException($"{type.FullName} does not say who may send it.");
        return new(autorise.Roles, ecriture);
    });

    public static bool EstUneCommande(Type requete) => requete.Name == "Command";

    public bool Admet(IEnumerable<Role> roles) => Roles.Count == 0 || roles.Any(Roles.Contains);
}
