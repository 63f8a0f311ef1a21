using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Kernel.Web;

/// <summary>The secret of a <see cref="BrowserSession"/> never rests in the database, only its hash.</summary>
public static class BrowserHashes
{
    /// <summary>SHA-256 of the secret, 64 hexadecimal digits.</summary>
    public static string Of(string browserSession) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(browserSession)));
}
