using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Conventions;

/// <summary>
/// « Par délégation de … »: the act that lets a person sign for the holder of the office. It may be written down piece by piece; only
/// the opening to signature asks for all of it.
/// </summary>
/// <param name="Titulaire">Who gives it, with their office: « Monsieur Jean Martin, maire ».</param>
/// <param name="Reference">Of the act: « arrêté n° 2026-14 ».</param>
/// <param name="Date">Of the act.</param>
/// <param name="FinLe">Its last day; null when it lasts as long as the office.</param>
public sealed record Delegation(string? Titulaire, string? Reference, DateOnly? Date, DateOnly? FinLe)
{
    public const int LongueurMax = 200;

    /// <summary>« par délégation de Monsieur Jean Martin, maire (arrêté n° 2026-14 du 12/03/2026) », as the blocks of signature print it.</summary>
    public string Mention
    {
        get
        {
            var acte = string.Join(" du ", new[] { Reference, Date?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>());
            return $"par délégation{(Titulaire is null ? "" : $" de {Titulaire}")}{(acte.Length == 0 ? "" : $" ({acte})")}";
        }
    }

    /// <summary>What keeps the person from signing that day in somebody's name.</summary>
    public IReadOnlyList<Obstacle> ObstaclesLe(DateOnly jour, string nom) =>
    [
        .. When(Titulaire is null || Reference is null || Date is null, Obstacles.DelegationIncomplete(nom)),
        .. When(Date > jour, Obstacles.DelegationFuture(nom)),
        .. When(FinLe < jour, Obstacles.DelegationExpiree(nom)),
    ];

    /// <summary>Null when nothing of it is said.</summary>
    /// <exception cref="BusinessRuleException">Too long a text, or dates that cannot be.</exception>
    internal Delegation? Normaliser()
    {
        var apres = new Delegation(
            Texte.Facultatif(Titulaire, "delegation-titulaire", LongueurMax), Texte.Facultatif(Reference, "delegation-reference", LongueurMax), Date, FinLe);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(
                Date is { Year: < Periode.PremiereAnnee or > Periode.DerniereAnnee } || FinLe is { Year: < Periode.PremiereAnnee or > Periode.DerniereAnnee },
                "delegation-date-invalide", $"Les dates d’une délégation se situent entre {Periode.PremiereAnnee} et {Periode.DerniereAnnee}."),
            .. When(FinLe < Date, "delegation-fin-invalide", "La délégation prend fin avant d’avoir été donnée."),
        ]);
        return apres == new Delegation(null, null, null, null) ? null : apres;
    }
}
