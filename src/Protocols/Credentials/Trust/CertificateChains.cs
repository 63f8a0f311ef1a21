// RFC 7515 §4.1.6 (x5c); RFC 5280 §4.2, §6 (path validation); HAIP 1.0 §4.1, §6.1.1 (no root in x5c, leaf not self-signed).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Trust;

/// <summary>Writes and validates certificate chains in `x5c`, against pinned anchors only, without network and system stores.</summary>
public static class CertificateChains
{
    /// <summary>The `x5c` header value.</summary>
    /// <param name="leafFirst">The leaf and its intermediates, without the root (HAIP 1.0 §4.1).</param>
    public static JsonArray ToX5c(params IEnumerable<X509Certificate2> leafFirst)
        => [.. leafFirst.Select(certificate => JsonValue.Create(Convert.ToBase64String(certificate.RawDataMemory.Span)))];

    /// <summary>Validates the `x5c` of a JWS that is not verified yet; its signature is to be checked with the returned key.</summary>
    public static Checked<TrustedCertificate> Validate(CompactJws jws, ChainRules rules)
        => jws.Header["x5c"] is JsonArray x5c
            ? Validate(x5c, rules)
            : Malformed("RFC 7515 §4.1.6", "x5c is missing or not an array.");

    /// <summary>Validates an `x5c` value.</summary>
    public static Checked<TrustedCertificate> Validate(JsonArray x5c, ChainRules rules)
        => Read(x5c, rules).Then(chain => Validate(chain, rules));

    /// <summary>Validates a chain, leaf first, without its anchor.</summary>
    public static Checked<TrustedCertificate> Validate(IReadOnlyList<X509Certificate2> chain, ChainRules rules)
    {
        if (chain.Count == 0 || chain.Count > rules.MaxCertificates)
            return Malformed("RFC 7515 §4.1.6", $"A chain has 1 to {rules.MaxCertificates} certificates.");
        if (CheckShape(chain, rules) is { } misshapen)
            return misshapen;
        if (!CheckLeaf(chain[0], rules).TryGetValue(out var key, out var error))
            return error;
        if (!AlternativeNames.Read(chain[0]).TryGetValue(out var names, out error))
            return error;
        return SearchPath(chain, rules).Then<TrustedCertificate>(
            anchor => new TrustedCertificate(chain[0], anchor, VerificationKey.Import(key), names));
    }

    /// <summary>The platform reads extensions again while it searches, and throws at some that it could not read before.</summary>
    private static Checked<X509Certificate2> SearchPath(IReadOnlyList<X509Certificate2> chain, ChainRules rules)
    {
        try
        {
            return BuildPath(chain, rules);
        }
        catch (CryptographicException)
        {
            return Malformed("RFC 5280 §4.2", "An extension of the chain is malformed.");
        }
    }

    private static Checked<List<X509Certificate2>> Read(JsonArray x5c, ChainRules rules)
    {
        if (x5c.Count == 0 || x5c.Count > rules.MaxCertificates)
            return Malformed("RFC 7515 §4.1.6", $"x5c has 1 to {rules.MaxCertificates} certificates.");
        var chain = new List<X509Certificate2>(x5c.Count);
        foreach (var entry in x5c)
        {
            if (!entry.IsText(out var text) || text.Length > rules.MaxCertificateBytes * 4L / 3 + 4)
                return Malformed("RFC 7515 §4.1.6", "An entry of x5c is not a string or too long.");
            var der = new byte[rules.MaxCertificateBytes + 3];
            // Strict base64: what is read must be what would be written.
            if (!Convert.TryFromBase64String(text, der, out var length) || Convert.ToBase64String(der, 0, length) != text)
                return Malformed("RFC 7515 §4.1.6", "An entry of x5c is not base64.");
            try
            {
                chain.Add(X509CertificateLoader.LoadCertificate(der.AsSpan(0, length)));
            }
            catch (CryptographicException)
            {
                return Malformed("RFC 5280 §4.1", "An entry of x5c is not a DER certificate.");
            }
        }

        return chain;
    }

    private static ProtocolError? CheckShape(IReadOnlyList<X509Certificate2> chain, ChainRules rules)
    {
        // HAIP 1.0 §4.1: the anchor is not sent; a self-issued certificate would be one.
        if (chain.Any(certificate => IsSelfIssued(certificate) || rules.Anchors.Any(anchor => IsSame(anchor, certificate))))
            return Malformed("HAIP 1.0 §4.1", "x5c holds a root or self-signed certificate.");
        // RFC 7515 §4.1.6: each certificate certifies the one before it.
        for (var i = 0; i + 1 < chain.Count; i++)
        {
            if (!chain[i].IssuerName.RawData.AsSpan().SequenceEqual(chain[i + 1].SubjectName.RawData))
                return Malformed("RFC 7515 §4.1.6", "The certificates are not in order.");
        }

        return chain.Select(CertificateShape.Check).FirstOrDefault(error => error is not null);
    }

    private static Checked<JsonWebKey> CheckLeaf(X509Certificate2 leaf, ChainRules rules)
    {
        try
        {
            // RFC 5280 §4.2.1.9
            if (leaf.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority))
                return Unauthorised("RFC 5280 §4.2.1.9", "The leaf is a certification authority.");
            // RFC 5280 §4.2.1.3
            if (!leaf.Extensions.OfType<X509KeyUsageExtension>().Any(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
                return Unauthorised("RFC 5280 §4.2.1.3", "The leaf may not sign.");
            // RFC 5280 §4.2.1.12: the role must be named, anyExtendedKeyUsage does not count.
            var usages = leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList();
            if (!(usages.Any(usage => usage.EnhancedKeyUsages[rules.Role.Oid] is not null) || (usages.Count == 0 && rules.AnchorsServeOnlyThisRole)))
                return Unauthorised("RFC 5280 §4.2.1.12", $"The leaf is not authorised as {rules.Role.Name}.");
            using var key = leaf.GetECDsaPublicKey();
            return key is null
                ? new ProtocolError(ErrorCodes.Key, "HAIP 1.0 §7", "The leaf's key is not an EC key.")
                : JsonWebKey.From(key.ExportParameters(includePrivateParameters: false));
        }
        catch (CryptographicException)
        {
            return Malformed("RFC 5280 §4.2, HAIP 1.0 §7", "An extension is malformed or the key is not on P-256.");
        }
    }

    private static Checked<X509Certificate2> BuildPath(IReadOnlyList<X509Certificate2> chain, ChainRules rules)
    {
        using var path = new X509Chain();
        path.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        path.ChainPolicy.CustomTrustStore.AddRange(rules.Anchors.ToArray());
        path.ChainPolicy.ExtraStore.AddRange(chain.Skip(1).ToArray());
        path.ChainPolicy.ApplicationPolicy.Add(new Oid(rules.Role.Oid));
        path.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        path.ChainPolicy.DisableCertificateDownloads = true;
        path.ChainPolicy.VerificationTime = rules.At.UtcDateTime;
        path.ChainPolicy.VerificationTimeIgnored = false;
        if (rules.Anchors.Count == 0 || !path.Build(chain[0]))
        {
            var reasons = string.Join(", ", path.ChainStatus.Select(status => status.Status));
            return new ProtocolError(ErrorCodes.UntrustedChain, "RFC 5280 §6.1", $"The chain leads to no pinned anchor: {reasons}.");
        }

        // The path found must be the path sent, ended by one anchor: no other way round is accepted.
        var found = path.ChainElements.Select(element => element.Certificate).ToList();
        var anchor = rules.Anchors.FirstOrDefault(candidate => IsSame(candidate, found[^1]));
        return anchor is not null && found.Count == chain.Count + 1 && found.Zip(chain).All(pair => IsSame(pair.First, pair.Second))
            ? anchor
            : new ProtocolError(ErrorCodes.UntrustedChain, "RFC 5280 §6.1", "The chain sent is not the path to the anchor.");
    }

    private static bool IsSelfIssued(X509Certificate2 certificate)
        => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsSame(X509Certificate2 left, X509Certificate2 right)
        => left.RawDataMemory.Span.SequenceEqual(right.RawDataMemory.Span);

    private static ProtocolError Malformed(string clause, string detail) => new(ErrorCodes.CertificateChain, clause, detail);

    private static ProtocolError Unauthorised(string clause, string detail) => new(ErrorCodes.CertificateRole, clause, detail);
}
