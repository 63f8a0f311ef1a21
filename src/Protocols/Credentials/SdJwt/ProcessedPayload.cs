// RFC 9901 §7.1 (2d, 3, 4, 5): from digests and Disclosures to the Processed SD-JWT Payload.
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>The Processed SD-JWT Payload and the places its Disclosures took.</summary>
internal sealed record ProcessedPayload(JsonObject Claims, IReadOnlyList<PlacedDisclosure> Disclosures)
{
    /// <summary>Puts the Disclosures of <paramref name="sdJwt"/> in the place of their digests.</summary>
    /// <param name="sdJwt">The SD-JWT; its signature is the caller's business.</param>
    /// <param name="protectedClaims">Top-level claims that may neither come from Disclosures nor hold digests.</param>
    public static Checked<ProcessedPayload> Of(ParsedSdJwt sdJwt, IReadOnlySet<string> protectedClaims)
    {
        // §7.1 (2d)
        if (sdJwt.DigestAlgorithm is not { } algorithm)
            return new ProtocolError(ErrorCodes.HashAlgorithm, "RFC 9901 §7.1 (2d)", "_sd_alg names no supported hash algorithm.");
        // §7.1 (3a): the digest is over the text as sent.
        var disclosures = sdJwt.Disclosures.ToDictionary(disclosure => algorithm.Digest(disclosure.Encoded));
        var processing = new PayloadProcessing(disclosures, protectedClaims);
        var claims = processing.Process(sdJwt.IssuerJwt.Payload);
        if (processing.Refusal is not null)
            return processing.Refusal;
        // §7.1 (5)
        return processing.Placed.Count == disclosures.Count
            ? new ProcessedPayload(claims, processing.Placed)
            : new ProtocolError(ErrorCodes.UnreferencedDisclosure, "RFC 9901 §7.1 (5)", "A Disclosure is referenced by no digest.");
    }
}
