using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.CitizenId;

/// <summary>A browser's secret never rests in the database, only its hash.</summary>
internal static class BrowserHashes
{
    public static string Of(string browserSession) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(browserSession)));
}
