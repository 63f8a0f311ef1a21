using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Region.Visits;

/// <summary>
/// The addresses of screens: 256 bits that follow from the town's key and the visit. The office can open a screen again, a stolen database opens
/// none, and whoever has one knows nothing of another.
/// </summary>
internal sealed class VisitSecrets(KeyFiles files, RandomSource random)
{
    private const int Length = 43;

    private readonly byte[] key = files.ReadOrDraw("region-visits.key", random);

    /// <summary>The secret of a visit's screen.</summary>
    public string Of(Guid visit) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"visit-screen/{visit:D}")));

    /// <summary>What is stored of a secret; null for what cannot be one.</summary>
    public static string? HashOf(string secret) => secret.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) : null;
}
