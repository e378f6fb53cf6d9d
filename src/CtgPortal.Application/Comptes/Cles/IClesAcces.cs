using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>
/// The passkeys of accounts. Each ceremony begins with a challenge that the portal keeps, for one use and a few minutes; its answer comes
/// back as the script of the page writes it: the id of the challenge, a space, what the device said.
/// </summary>
public interface IClesAcces
{
    Task<bool> EnAAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    /// <summary>The oldest first.</summary>
    Task<IReadOnlyList<CleLue>> ListerAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    /// <summary>The challenge that a new key of this account answers.</summary>
    Task<DefiLance> ProposerAsync(UtilisateurId utilisateur, CancellationToken cancellationToken);

    /// <returns>False when the answer is not the one of a challenge proposed to this account.</returns>
    Task<bool> EnregistrerAsync(UtilisateurId utilisateur, string reponse, string nom, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">This account has no such key.</exception>
    Task RenommerAsync(UtilisateurId utilisateur, Guid cle, string nom, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">This account has no such key.</exception>
    Task RetirerAsync(UtilisateurId utilisateur, Guid cle, CancellationToken cancellationToken);

    /// <summary>The challenge that any key of any account answers, to sign in.</summary>
    Task<DefiLance> DefierAsync(CancellationToken cancellationToken);

    /// <returns>Null when the answer opens no active account; the caller never learns why.</returns>
    Task<UtilisateurId?> ReconnaitreAsync(string reponse, CancellationToken cancellationToken);

    /// <summary>The challenge by which this account confirms who signs these very texts, and nothing else.</summary>
    Task<DefiLance> DefierPourSignerAsync(UtilisateurId utilisateur, IReadOnlyList<TexteASigner> textes, CancellationToken cancellationToken);

    /// <summary>Once for each text of the challenge, with one and the same answer; a wrong answer uses the challenge up.</summary>
    Task<bool> ConfirmerAsync(UtilisateurId utilisateur, TexteASigner texte, string reponse, CancellationToken cancellationToken);
}

/// <param name="Options">What the browser hands to the device, as JSON.</param>
public sealed record DefiLance(Guid Id, string Options);

/// <param name="Ligne">The person, in one circuit.</param>
/// <param name="Empreinte">SHA-256 of what they sign there.</param>
public sealed record TexteASigner(LigneSignatureId Ligne, string Empreinte);

/// <param name="EstSynchronisee">It follows the person from device to device; otherwise it lives in one only.</param>
public sealed record CleLue(Guid Id, string Nom, DateTimeOffset CreeeLe, DateTimeOffset? UtiliseeLe, bool EstSynchronisee);

public static class ReglesCle
{
    public const int NomLongueurMax = 60;

    /// <summary>Per account.</summary>
    public const int NombreMax = 10;

    /// <summary>Far above what a device says.</summary>
    public const int ReponseLongueurMax = 16_000;

    /// <summary>Between the challenge and its answer.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);
}
