using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Issuer.Credentials;

/// <summary>
/// The keys for which wallets encrypt their requests (OpenID4VCI 1.0, section 10). Time is cut into periods of equal length; each has
/// a key of its own, in a file that all processes share. The key of the present period is published, and the one before is still read:
/// nobody is refused because a key has just changed.
/// </summary>
internal sealed class RequestKeys(KeyFiles files, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    private const string Label = "PRIVATE KEY";

    private readonly ConcurrentDictionary<(string Slug, long Period), DecryptionKey> read = new();

    /// <summary>The number of the present period.</summary>
    public long Period => time.GetUtcNow().UtcTicks / options.Value.RequestKeyLifetime.Ticks;

    /// <summary>The key to be published now, with its thumbprint as <c>kid</c>.</summary>
    public JsonWebKey Current(HostedIssuer issuer)
    {
        var key = Read(issuer, Period).PublicKey;
        return key with { KeyId = key.Thumbprint };
    }

    /// <summary>The key with this <c>kid</c>; null when it is none of this issuer or has ended.</summary>
    public DecryptionKey? Find(HostedIssuer issuer, string kid)
    {
        var present = Period;
        // The next one as well: the clock of another process may run ahead.
        return ((long[])[present, present - 1, present + 1]).Select(period => Read(issuer, period)).FirstOrDefault(key => key.PublicKey.Thumbprint == kid);
    }

    private DecryptionKey Read(HostedIssuer issuer, long period) => read.GetOrAdd((issuer.Identity.Slug, period), key =>
    {
        var pem = files.ReadOrCreate(string.Create(CultureInfo.InvariantCulture, $"issuer-{key.Slug}-requests-{key.Period}.pem"), Create);
        return DecryptionKey.FromPkcs8(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]));
    });

    private string Create()
    {
        using var key = DecryptionKey.Create(random.Fill);
        return PemEncoding.WriteString(Label, key.ToPkcs8());
    }
}
