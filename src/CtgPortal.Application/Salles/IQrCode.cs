namespace CtgPortal.Application.Salles;

/// <summary>Draws an address that phones read.</summary>
public interface IQrCode
{
    ImageQr Dessiner(string texte);
}

/// <param name="Cote">Side of the square, in modules, its quiet margin included.</param>
/// <param name="Trace">The dark modules as the path of an SVG.</param>
public sealed record ImageQr(int Cote, string Trace);
