using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Management;

/// <summary>The key of this installation: configured, or in demo mode made once and kept as <c>management.key</c>.</summary>
internal sealed class ManagementKey(IOptions<ManagementOptions> options, IOptions<TownOptions> town, KeyFiles files, RandomSource random)
{
    private readonly string? key = options.Value.Key ?? (town.Value.Demo ? files.ReadOrCreate("management.key", () => random.NewSecret()).Trim() : null);

    /// <summary>Compares hashes, so that the time taken tells nothing about the key, not even its length.</summary>
    public bool Is(string presented) =>
        key is { } expected && CryptographicOperations.FixedTimeEquals(Hash(expected), Hash(presented));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
