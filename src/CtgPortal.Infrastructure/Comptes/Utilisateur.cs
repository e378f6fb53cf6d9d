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

    public IReadOnlyList<Habilitation> Habilitations => _habilitations;

    public void Habiliter(IEnumerable<Habilitation> habilitations)
    {
        _habilitations.Clear();
        _habilitations.AddRange(habilitations.Distinct());
    }
}
