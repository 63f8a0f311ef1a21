using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Parking.Visitors;

/// <summary>
/// The secrets of links: 256 bits that follow from the town's key and the ticket. The holder can look at a link again, and a stolen
/// database, which knows only hashes, opens none.
/// </summary>
internal sealed class VisitSecrets(KeyFiles files, RandomSource random)
{
    private const int Length = 43;

    private readonly byte[] key = files.ReadOrDraw("parking-visits.key", random);

    /// <summary>The secret of a ticket's link.</summary>
    public string Of(Guid ticket) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"visit/{ticket:D}")));

    /// <summary>What is stored of a secret; null for what cannot be one.</summary>
    public static string? HashOf(string secret) => secret.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) : null;
}
