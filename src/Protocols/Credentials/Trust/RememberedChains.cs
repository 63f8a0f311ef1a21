// RFC 5280 §6 (path validation); ours: a chain that held need not be validated again for every message.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>
/// Remembers chains that held, with their key imported: the same few certificates sign nearly everything that arrives. Only good
/// chains are remembered, so strangers cannot fill the memory. One memory serves one role. Safe for concurrent callers.
/// </summary>
/// <param name="lifetime">After how long a chain is validated anew.</param>
public sealed class RememberedChains(TimeSpan lifetime)
{
    private const int MaxRemembered = 1_000;

    private readonly ConcurrentDictionary<string, Entry> chains = new();

    /// <summary>Validates an `x5c` value, or finds it among those that held a short time ago and still lead to an anchor of the rules.</summary>
    public Checked<TrustedCertificate> Validate(JsonArray x5c, ChainRules rules)
    {
        var digest = Convert.ToHexString(SHA256.HashData(StrictJson.Write(x5c)));
        if (chains.TryGetValue(digest, out var entry) && rules.At >= entry.From && rules.At < entry.Until
            && rules.Anchors.Any(anchor => anchor.RawDataMemory.Span.SequenceEqual(entry.Certificate.Anchor.RawDataMemory.Span)))
            return entry.Certificate;
        return CertificateChains.Validate(x5c, rules).Then<TrustedCertificate>(certificate => Remember(digest, certificate, rules.At));
    }

    private TrustedCertificate Remember(string digest, TrustedCertificate certificate, DateTimeOffset now)
    {
        if (chains.Count >= MaxRemembered)
            chains.Clear();
        var end = new DateTimeOffset(certificate.Leaf.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        chains[digest] = new Entry(certificate, now, now + lifetime < end ? now + lifetime : end);
        return certificate;
    }

    private sealed record Entry(TrustedCertificate Certificate, DateTimeOffset From, DateTimeOffset Until);
}
