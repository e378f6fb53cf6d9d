using System.Globalization;
using System.Text;
using CtgPortal.Application.Salles;
using QRCoder;

namespace CtgPortal.Infrastructure.Salles;

internal sealed class QrCode : IQrCode
{
    public ImageQr Dessiner(string texte)
    {
        // medium correction: read from the back of a room, on a screen that has reflections
        using var donnees = QRCodeGenerator.GenerateQrCode(texte, QRCodeGenerator.ECCLevel.M);
        var modules = donnees.ModuleMatrix;
        var trace = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    trace.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new(modules.Count, trace.ToString());
    }
}
