using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// Names of rights for others. A name leads back to nobody without the town's key, and is the same in the export and in messages, so
/// that both fit together.
/// </summary>
internal sealed class Pseudonyms(KeyFiles files, RandomSource random)
{
    private const int NameBytes = 16;

    private readonly byte[] key = files.ReadOrDraw("parking-pseudonyms.key", random);

    /// <summary>Name of the right behind a permit.</summary>
    public string OfRight(Guid permit) => Name($"right/{permit:D}");

    private string Name(string what) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(what)).AsSpan(0, NameBytes));
}
