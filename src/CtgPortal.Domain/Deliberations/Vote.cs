using System.Globalization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Deliberations;

/// <summary>How an assembly voted: « à l’unanimité », or counts.</summary>
public sealed record Vote(bool Unanimite, int? Pour, int? Contre, int? Abstentions)
{
    /// <summary>The largest assembly of a territory is far below.</summary>
    public const int VoixMax = 1_000;

    /// <summary>« à l’unanimité (32 pour, 2 abstentions) », « 32 pour, 2 contre ».</summary>
    public string EnToutesLettres
    {
        get
        {
            var comptes = string.Join(", ", new[] { Voix(Pour, "pour"), Voix(Contre, "contre"), Voix(Abstentions, Abstentions > 1 ? "abstentions" : "abstention") }.OfType<string>());
            return !Unanimite ? comptes : comptes.Length == 0 ? "à l’unanimité" : $"à l’unanimité ({comptes})";
        }
    }

    public override string ToString() => EnToutesLettres;

    /// <summary>Null when nothing of it is said.</summary>
    /// <exception cref="BusinessRuleException">Counts that cannot be, or of an act that was not adopted.</exception>
    internal Vote? Normaliser()
    {
        if (this == new Vote(false, null, null, null))
        {
            return null;
        }

        BusinessRuleException.ThrowIfAny(
        [
            .. When(new[] { Pour, Contre, Abstentions }.Any(v => v is < 0 or > VoixMax), "vote-impossible", $"Un nombre de voix va de 0 à {VoixMax}."),
            .. When(Unanimite && Contre > 0, "vote-non-unanime", "Un vote à l’unanimité n’a pas de voix contre."),
            .. When(!Unanimite && Pour is null, "vote-incomplet", "Indiquez les voix pour, ou dites que le vote est unanime."),
            .. When(!Unanimite && Pour <= (Contre ?? 0), "acte-rejete", "Avec autant ou plus de voix contre que pour, l’assemblée n’a pas autorisé la signature."),
        ]);
        return this;
    }

    private static string? Voix(int? nombre, string mot) => nombre is > 0 ? $"{nombre.Value.ToString(CultureInfo.InvariantCulture)} {mot}" : null;
}
