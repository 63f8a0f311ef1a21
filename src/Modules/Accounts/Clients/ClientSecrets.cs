using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Accounts.Clients;

/// <summary>What is stored of a client's secret; 256 random bits need no slow hash.</summary>
internal static class ClientSecrets
{
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
