using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Kernel.Pages;

/// <summary>A browser's secret never rests in the database, only its hash.</summary>
public static class BrowserHashes
{
    /// <summary>SHA-256 of the secret (<c>BrowserSession</c>), 64 hexadecimal digits.</summary>
    public static string Of(string browserSession) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(browserSession)));
}
