// draft-ietf-oauth-sd-jwt-vc-19 §6 (integrity of referenced documents); W3C Subresource Integrity §3 (syntax, algorithms).
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.SdJwt.Types;

/// <summary>Digests of a document that is fetched from elsewhere: what stands in `vct#integrity` and `extends#integrity`.</summary>
public sealed class DocumentIntegrity
{
    private const int MaxLength = 1024;

    private static readonly string[] WeakestFirst = ["sha256", "sha384", "sha512"];

    private readonly string algorithm;
    private readonly IReadOnlyList<byte[]> digests;

    private DocumentIntegrity(string algorithm, IReadOnlyList<byte[]> digests) => (this.algorithm, this.digests) = (algorithm, digests);

    /// <summary>The SHA-256 expression for a document.</summary>
    public static string Of(ReadOnlySpan<byte> document) => $"{WeakestFirst[0]}-{Convert.ToBase64String(SHA256.HashData(document))}";

    /// <summary>
    /// Reads expressions such as `sha256-…`, separated by white space. Of several algorithms the strongest counts; expressions of
    /// algorithms that this library does not know are passed over, but one that it knows must be there.
    /// </summary>
    public static Checked<DocumentIntegrity> Parse(string text)
    {
        if (text.Length > MaxLength)
            return new ProtocolError(ErrorCodes.TooLarge, "SD-JWT VC §6", $"The integrity metadata is longer than {MaxLength} characters.");
        var found = new List<(int Strength, byte[] Digest)>();
        foreach (var expression in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Options after a question mark are reserved and ignored (Subresource Integrity §3.1).
            var (name, value) = expression.Split('?')[0].Split('-', 2) is [var left, var right] ? (left, right) : ("", "");
            var strength = Array.IndexOf(WeakestFirst, name);
            if (strength < 0)
                continue;
            if (Decode(value) is not { } digest || digest.Length != LengthOf(strength))
                return Refuse("A digest is not base64 or has a wrong length.");
            found.Add((strength, digest));
        }

        if (found.Count == 0)
            return Refuse("No digest of an algorithm that is supported: sha256, sha384, sha512.");
        var strongest = found.Max(entry => entry.Strength);
        return new DocumentIntegrity(WeakestFirst[strongest], [.. found.Where(entry => entry.Strength == strongest).Select(entry => entry.Digest)]);
    }

    /// <summary>Null when the document has one of the digests.</summary>
    public ProtocolError? Check(ReadOnlySpan<byte> document)
    {
        var actual = algorithm switch
        {
            "sha512" => SHA512.HashData(document),
            "sha384" => SHA384.HashData(document),
            _ => SHA256.HashData(document),
        };
        return digests.Any(digest => digest.AsSpan().SequenceEqual(actual)) ? null : Refuse("The document is not the one that was meant.");
    }

    private static int LengthOf(int strength) => 32 + (16 * strength);

    private static byte[]? Decode(string value)
    {
        var bytes = new byte[96];
        return Convert.TryFromBase64String(value, bytes, out var length) ? bytes[..length] : null;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Integrity, "SD-JWT VC §6", detail);
}
