// RFC 9901 §4.1, §4.2, §4.2.5 (decoys), §9.3 (salts); draft-ietf-oauth-sd-jwt-vc-19 §2.2; RFC 7515 §3.1.
using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Codec = System.Buffers.Text.Base64Url;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>
/// What all copies of one credential share, written once: a copy then costs its salts, its digests and one signature. It issues what
/// <see cref="SdJwtIssuer"/> issues when every top-level claim is disclosable. Safe for concurrent callers.
/// </summary>
public sealed class SdJwtTemplate
{
    private const int SaltLength = 16;
    private const int DigestLength = SHA256.HashSizeInBytes;

    // [" + 22 characters of salt + "
    private const int SaltedStart = 25;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly SigningKey key;
    private readonly string header;
    private readonly List<(JsonEncodedText Name, byte[] Value)> visible;
    private readonly List<byte[]> hidden;
    private readonly int decoys;

    private SdJwtTemplate(SdJwtContents contents, SigningKey key)
    {
        header = HeaderOf(contents, key) + ".";
        visible = [.. contents.Claims.Where(claim => SdJwtNames.VisibleClaims.Contains(claim.Key))
            .Select(claim => (JsonEncodedText.Encode(claim.Key, Writing.Encoder), StrictJson.Write(claim.Value)))];
        hidden = [.. contents.Claims.Where(claim => !SdJwtNames.VisibleClaims.Contains(claim.Key)).Select(claim => Tail(claim.Key, claim.Value))];
        (this.key, decoys) = (key, contents.Decoys);
    }

    /// <summary>Writes what all copies share.</summary>
    /// <param name="contents">Everything but the holder's key and the claims of a single copy; all is disclosable.</param>
    /// <param name="key">The issuer's key.</param>
    /// <exception cref="ArgumentException">A claim has a reserved name, or the contents name disclosable claims or a holder's key.</exception>
    public static SdJwtTemplate Prepare(SdJwtContents contents, SigningKey key)
    {
        if (contents.Disclosable is not null || contents.HolderKey is not null)
            throw new ArgumentException("A template hides every top-level claim and belongs to no holder.", nameof(contents));
        if (FindReserved(contents.Claims) is { } reserved)
            throw new ArgumentException($"{reserved} is a reserved name (RFC 9901 §4.1).", nameof(contents));
        return new SdJwtTemplate(contents, key);
    }

    /// <summary>The protected header of every copy, as it stands before the first dot: for whoever is to check copies that travel without it.</summary>
    /// <param name="contents">Names type and certificates.</param>
    /// <param name="key">The issuer's key.</param>
    public static string HeaderOf(SdJwtContents contents, SigningKey key)
    {
        var head = new JsonObject { ["alg"] = key.Algorithm, ["typ"] = contents.Type };
        if (contents.X5c is not null)
            head["x5c"] = contents.X5c.DeepClone();
        return Base64Url.Encode(StrictJson.Write(head));
    }

    /// <summary>A copy.</summary>
    /// <param name="own">Claims of this copy alone; they stay visible.</param>
    /// <param name="holder">The key it is bound to.</param>
    /// <param name="random">Salts and decoys are taken from it.</param>
    /// <returns>`jwt~disclosure~…~`, all Disclosures included.</returns>
    /// <exception cref="ArgumentException">An own claim is not one that stays visible.</exception>
    public string Issue(JsonObject own, JsonWebKey holder, RandomFill random)
    {
        if (own.FirstOrDefault(claim => !SdJwtNames.VisibleClaims.Contains(claim.Key)).Key is { } foreign)
            throw new ArgumentException($"{foreign} would not stay visible.", nameof(own));
        var chance = new byte[(hidden.Count * SaltLength) + (decoys * DigestLength)];
        random(chance);
        var digests = new string[hidden.Count + decoys];
        var disclosures = new string[hidden.Count];
        for (var i = 0; i < hidden.Count; i++)
            (disclosures[i], digests[i]) = Disclose(hidden[i], chance.AsSpan(i * SaltLength, SaltLength));
        for (var i = 0; i < decoys; i++)
            digests[hidden.Count + i] = Digest(chance.AsSpan((hidden.Count * SaltLength) + (i * DigestLength), DigestLength));
        // RFC 9901 §4.2.4.1: an order that says nothing about the claims.
        Array.Sort(digests, StringComparer.Ordinal);

        var input = header + Base64Url.Encode(WritePayload(own, holder, digests));
        var jwt = $"{input}.{Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(input)))}";
        return string.Join('~', [jwt, .. disclosures, ""]);
    }

    private ReadOnlySpan<byte> WritePayload(JsonObject own, JsonWebKey holder, string[] digests)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in visible)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value, skipInputValidation: true);
            }

            foreach (var (name, value) in own)
            {
                writer.WritePropertyName(name);
                value!.WriteTo(writer);
            }

            if (digests.Length > 0)
            {
                writer.WriteStartArray(SdJwtNames.Digests);
                foreach (var digest in digests)
                    writer.WriteStringValue(digest);
                writer.WriteEndArray();
            }

            writer.WriteString(SdJwtNames.HashAlgorithm, DigestAlgorithm.Sha256.Name);
            WriteBinding(writer, holder);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteBinding(Utf8JsonWriter writer, JsonWebKey holder)
    {
        writer.WriteStartObject("cnf");
        writer.WriteStartObject("jwk");
        writer.WriteString("kty", "EC");
        writer.WriteString("crv", "P-256");
        writer.WriteString("x", holder.X);
        writer.WriteString("y", holder.Y);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static (string Disclosure, string Digest) Disclose(byte[] tail, ReadOnlySpan<byte> salt)
    {
        var plain = new byte[SaltedStart + tail.Length];
        plain[0] = (byte)'[';
        plain[1] = (byte)'"';
        Codec.EncodeToUtf8(salt, plain.AsSpan(2));
        plain[SaltedStart - 1] = (byte)'"';
        tail.CopyTo(plain, SaltedStart);
        var encoded = Codec.EncodeToUtf8(plain);
        return (Encoding.ASCII.GetString(encoded), Digest(encoded));
    }

    private static string Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[DigestLength];
        SHA256.HashData(bytes, digest);
        return Base64Url.Encode(digest);
    }

    /// <summary>What comes after the salt of a Disclosure.</summary>
    private static byte[] Tail(string name, JsonNode? value)
        => [(byte)',', .. StrictJson.Write(JsonValue.Create(name)), (byte)',', .. StrictJson.Write(value), (byte)']'];

    private static string? FindReserved(JsonNode? node) => node switch
    {
        JsonObject claims => claims.Select(claim => SdJwtNames.IsReserved(claim.Key) ? claim.Key : FindReserved(claim.Value)).FirstOrDefault(found => found is not null),
        JsonArray elements => elements.Select(FindReserved).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
