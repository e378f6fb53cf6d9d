using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Comptes;

/// <summary>What the accounts of the portal can be asked to do. Each method is one transaction.</summary>
public interface IComptes
{
    /// <summary>Counts the attempt in the database before looking at the password, so that parallel attempts cannot outrun the lockout.</summary>
    /// <returns>Null when the address, the password, the state of the account or the lockout refuses; the caller never learns which.</returns>
    Task<UtilisateurId?> ReconnaitreAsync(string courriel, string motDePasse, CancellationToken cancellationToken);

    /// <summary>Creates the account, or adds the role to the one that has this address, and writes the message to the outbox.</summary>
    /// <exception cref="BusinessRuleException">The account of this address was deactivated.</exception>
    Task<UtilisateurId> InviterAsync(Invitation invitation, CancellationToken cancellationToken);

    /// <summary>Writes a new link to the outbox, at most one every <see cref="LienMotDePasse.Attente"/> per account. Says nothing on purpose.</summary>
    Task EnvoyerUnLienAsync(string courriel, CancellationToken cancellationToken);

    /// <exception cref="LienInvalideException">The link is expired, replaced or already used.</exception>
    Task<string> CourrielDuLienAsync(LienMotDePasse lien, CancellationToken cancellationToken);

    /// <summary>Uses the link up; every session of the account ends.</summary>
    /// <exception cref="LienInvalideException">The link is expired, replaced or already used.</exception>
    Task<UtilisateurId> DefinirMotDePasseAsync(LienMotDePasse lien, string motDePasse, CancellationToken cancellationToken);

    /// <summary>Every other session of the account ends.</summary>
    Task ChangerMotDePasseAsync(UtilisateurId utilisateur, string motDePasse, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">No such account.</exception>
    /// <exception cref="ConcurrencyConflictException">The account changed since <paramref name="version"/> was read.</exception>
    /// <exception cref="BusinessRuleException">The portal would lose its last administrator.</exception>
    Task HabiliterAsync(
        UtilisateurId utilisateur, string version, IReadOnlyCollection<Habilitation> habilitations, CancellationToken cancellationToken);

    /// <summary>Takes effect at the person's next request, on every instance.</summary>
    Task DesactiverAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    Task ReactiverAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);
}

/// <summary>The signed-in session of the browser.</summary>
public interface ISessionNavigateur
{
    Task OuvrirAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    Task FermerAsync();
}

/// <summary>What an administrator reads about the accounts.</summary>
public interface IAnnuaire
{
    Task<Page<ListerUtilisateurs.Ligne>> ListerAsync(ListerUtilisateurs.Query query, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">No such account.</exception>
    Task<ConsulterUtilisateur.Fiche> ConsulterAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    Task<ConsulterAdministration.Comptage> CompterAsync(CancellationToken cancellationToken);
}

/// <param name="Par">Who invites, as the message names them.</param>
/// <param name="LibelleRole">As the message names it.</param>
/// <param name="LibellePerimetre">As the message names it.</param>
public sealed record Invitation(
    string Courriel, string Prenom, string Nom, string? Fonction, Habilitation Habilitation, string Par, string LibelleRole, string LibellePerimetre);

/// <summary>A link by which a person chooses their password. Reading the page it leads to uses nothing up.</summary>
public sealed record LienMotDePasse(Guid Utilisateur, string Jeton)
{
    public const string Chemin = "/compte/mot-de-passe";

    public static readonly TimeSpan DureeInvitation = TimeSpan.FromDays(7);
    public static readonly TimeSpan DureeRenouvellement = TimeSpan.FromHours(2);

    /// <summary>Between two links sent to the same account.</summary>
    public static readonly TimeSpan Attente = TimeSpan.FromMinutes(5);
}

/// <summary>The link was already used, replaced by another, or is too old.</summary>
public sealed class LienInvalideException() : Exception("Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.");

/// <summary>One page of a longer list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Lignes, int Total, int Numero, int Taille)
{
    public int Pages => Math.Max(1, (Total + Taille - 1) / Taille);
}
