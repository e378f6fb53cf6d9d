using System.Security.Cryptography;
using CtgPortal.Domain.Comptes;
using Microsoft.AspNetCore.Identity;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>An account. Roles are held as <see cref="Habilitation"/> rows, never as Identity roles, because they have a scope.</summary>
internal sealed class Utilisateur : IdentityUser<Guid>
{
    private readonly List<Habilitation> _habilitations = [];

    public string Prenom { get; set; } = "";

    public string Nom { get; set; } = "";

    /// <summary>Office held, as printed beside the name: « Présidente », « Conseillère territoriale ».</summary>
    public string? Fonction { get; set; }

    /// <summary>False: the person can no longer sign in; their acts stay in the journal.</summary>
    public bool EstActif { get; set; } = true;

    public DateTimeOffset CreeLe { get; set; }

    public DateTimeOffset? DerniereConnexionLe { get; set; }

    /// <summary>When the last link to choose a password was sent; the next one has to wait.</summary>
    public DateTimeOffset? DernierLienLe { get; set; }

    public IReadOnlyList<Habilitation> Habilitations => _habilitations;

    public string NomComplet => $"{Prenom} {Nom}".Trim();

    public void Habiliter(IEnumerable<Habilitation> habilitations)
    {
        var voulues = habilitations.ToHashSet();
        _habilitations.RemoveAll(h => !voulues.Contains(h));
        _habilitations.AddRange(voulues.Except(_habilitations).ToList());
    }

    /// <summary>Ends every session and voids every link: both carry the former stamp.</summary>
    public void RenouvelerSceau() => SecurityStamp = RandomNumberGenerator.GetHexString(40);

    /// <summary>Refuses the save of whoever read the account before this change.</summary>
    public void RenouvelerVersion() => ConcurrencyStamp = Guid.CreateVersion7().ToString();
}
