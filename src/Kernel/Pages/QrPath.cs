using System.Globalization;
using System.Text;
using QRCoder;

namespace Modellstadt.Kernel.Pages;

/// <summary>A QR code (ISO/IEC 18004) as one SVG path: no inline style, which the content security policy forbids.</summary>
internal static class QrPath
{
    /// <summary>The code's side in modules, quiet zone included, and the path of its dark modules.</summary>
    public static (int Side, string Path) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column])
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return (code.ModuleMatrix.Count, path.ToString());
    }
}
