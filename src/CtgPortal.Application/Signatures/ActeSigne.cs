using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures;

/// <summary>How people and files name what a circuit signs: the convention, or one of its avenants.</summary>
public static class ActeSigne
{
    /// <summary>« Avenant n° 1 à la convention « … » », or the title of the convention.</summary>
    public static string Intituler(int? avenant, string convention) => avenant is { } numero ? $"Avenant n° {numero} à la convention « {convention} »" : convention;

    /// <summary>« l’avenant n° 1 », « la convention ».</summary>
    public static string Nommer(int? avenant) => avenant is { } numero ? $"l’avenant n° {numero}" : "la convention";

    /// <summary>« avenant-1-version-2 », « convention-version-1 »: without an extension.</summary>
    public static string NomDeFichier(this Signature circuit) =>
        circuit.AvenantNumero is { } numero ? $"avenant-{numero}-version-{circuit.NumeroVersion}" : $"convention-version-{circuit.NumeroVersion}";
}
