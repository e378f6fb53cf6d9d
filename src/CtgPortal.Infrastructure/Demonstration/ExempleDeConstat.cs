using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>A finding invented for the demonstration, with both ends of its thread; its text begins with « Exemple ».</summary>
internal sealed record ExempleDeConstat(string Champ, NatureConstat Nature, PrioriteConstat? Priorite, string Texte)
{
    /// <summary>What was said in the workshops, by the key it bears in <see cref="ExemplesDAteliers"/>.</summary>
    public IReadOnlyList<string> Paroles { get; init; } = [];

    /// <summary>Figures it rests on, by their code in the catalogue.</summary>
    public IReadOnlyList<string> Indicateurs { get; init; } = [];

    /// <summary>It also rests on the questionnaire.</summary>
    public bool SelonLEnquete { get; init; }

    /// <summary>It also rests on what the elected people of this commune were heard about.</summary>
    public string? SelonLaCommune { get; init; }

    /// <summary>Printed numbers of the fiches that answer it.</summary>
    public IReadOnlyList<int> Fiches { get; init; } = [];
}
