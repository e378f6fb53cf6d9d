using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Deliberations;

/// <summary>What a text quotes of an act: « n° 2026-14 du 10 février 2026 ».</summary>
public sealed record ReferenceActe
{
    public const int NumeroLongueurMax = 80;

    /// <exception cref="BusinessRuleException">No number, or a day out of any plausible century.</exception>
    public ReferenceActe(string numero, DateOnly date)
    {
        BusinessRuleException.ThrowIfAny(Conditions.When(
            date.Year is < Periode.PremiereAnnee or > Periode.DerniereAnnee,
            "deliberation-date-invalide", $"La date de la délibération doit se situer entre {Periode.PremiereAnnee} et {Periode.DerniereAnnee}."));
        Numero = Texte.Obligatoire(numero, "deliberation", NumeroLongueurMax);
        Date = date;
    }

    private ReferenceActe()
    {
    }

    public string Numero { get; private init; } = "";

    public DateOnly Date { get; private init; }

    public override string ToString() => $"{Numero} ({Date:yyyy-MM-dd})";
}
