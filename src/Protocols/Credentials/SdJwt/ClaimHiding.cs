// RFC 9901 §4.2.1 to §4.2.6, §9.3 (128 bits of salt).
using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>One walk through the claims of one credential: replaces what is disclosable by digests and keeps the Disclosures.</summary>
internal sealed class ClaimHiding(IReadOnlyCollection<ClaimPath> disclosable, RandomFill random)
{
    private const int SaltLength = 16;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> disclosures = [];
    private readonly List<ClaimStep> place = [];
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    /// <summary>The encoded Disclosures; inner ones come before the ones that hold their digests.</summary>
    public IReadOnlyList<string> Disclosures => disclosures;

    /// <summary>A copy of <paramref name="claims"/> with digests in the place of what is disclosable.</summary>
    public JsonObject Hide(JsonObject claims)
    {
        var result = new JsonObject();
        var digests = new List<string>();
        foreach (var (name, value) in claims)
        {
            if (SdJwtNames.IsReserved(name))
                throw new ArgumentException($"{name} is a reserved name (RFC 9901 §4.1).", nameof(claims));
            place.Add(ClaimStep.Member(name));
            var inner = HideInside(value);
            if (IsDisclosable())
                digests.Add(Disclose(name, inner));
            else
                result[name] = inner;
            place.RemoveAt(place.Count - 1);
        }

        if (digests.Count > 0)
            result[SdJwtNames.Digests] = Sorted(digests);
        return result;
    }

    /// <summary>The digests with <paramref name="count"/> decoys among them (RFC 9901 §4.2.5).</summary>
    public JsonArray WithDecoys(JsonArray? digests, int count)
    {
        var all = digests?.Select(digest => digest!.GetValue<string>()).ToList() ?? [];
        Span<byte> decoy = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < count; i++)
        {
            random(decoy);
            all.Add(Base64Url.Encode(SHA256.HashData(decoy)));
        }

        return Sorted(all);
    }

    private JsonNode? HideInside(JsonNode? node) => node switch
    {
        JsonObject claims => Hide(claims),
        JsonArray elements => Hide(elements),
        _ => node?.DeepClone(),
    };

    private JsonArray Hide(JsonArray elements)
    {
        var result = new JsonArray();
        for (var i = 0; i < elements.Count; i++)
        {
            place.Add(ClaimStep.Element(i));
            var inner = HideInside(elements[i]);
            result.Add(IsDisclosable() ? new JsonObject { [SdJwtNames.HiddenElement] = Disclose(null, inner) } : inner);
            place.RemoveAt(place.Count - 1);
        }

        return result;
    }

    private bool IsDisclosable() => disclosable.Any(path => path.IsAt(place));

    private string Disclose(string? claimName, JsonNode? value)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        random(salt);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(Base64Url.Encode(salt));
            if (claimName is not null)
                writer.WriteStringValue(claimName);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
            writer.WriteEndArray();
        }

        var disclosure = Base64Url.Encode(buffer.WrittenSpan);
        disclosures.Add(disclosure);
        return DigestAlgorithm.Sha256.Digest(disclosure);
    }

    // RFC 9901 §4.2.4.1: an order that says nothing about the claims.
    private static JsonArray Sorted(List<string> digests)
    {
        digests.Sort(StringComparer.Ordinal);
        return [.. digests.Select(digest => JsonValue.Create(digest))];
    }
}
