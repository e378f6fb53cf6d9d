using CtgPortal.Domain.Common;
using CtgPortal.Domain.Avenants;

namespace CtgPortal.Domain.Reprises;

/// <summary>An avenant signed outside the portal, before the convention was taken in.</summary>
/// <param name="Fichier">Null when nobody has it any more.</param>
public sealed record AncienAvenant(int Numero, DateOnly SigneLe, string Objet, FichierOriginal? Fichier)
{
    public const int NombreMax = 20;

    internal AncienAvenant Normaliser() => this with { Objet = Texte.Obligatoire(Objet, "avenant-objet", ContenuAvenant.ObjetLongueurMax) };

    // what the history shows
    public override string ToString() => $"n° {Numero} du {SigneLe:dd/MM/yyyy}, {Objet}{(Fichier is null ? "" : $", {Fichier}")}";
}
