// RFC 8259 (JSON), RFC 7493 §2 (I-JSON: no duplicate members, valid Unicode), RFC 8725 §2.6, §3.7 (UTF-8 only).
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Reads JSON from strangers: limits first, then no comments, no member twice, no broken Unicode.</summary>
public static class StrictJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The object in <paramref name="utf8"/>, or a refusal with code <see cref="ErrorCodes.Json"/> or <see cref="ErrorCodes.TooLarge"/>.
    /// </summary>
    public static Checked<JsonObject> ParseObject(ReadOnlySpan<byte> utf8, JsonLimits? limits = null)
        => Parse(utf8, limits ?? JsonLimits.Default)
            .Then<JsonObject>(node => node is JsonObject found ? found : Refuse("A JSON object is expected."));

    /// <summary>
    /// The array in <paramref name="utf8"/>, or a refusal with code <see cref="ErrorCodes.Json"/> or <see cref="ErrorCodes.TooLarge"/>.
    /// </summary>
    public static Checked<JsonArray> ParseArray(ReadOnlySpan<byte> utf8, JsonLimits? limits = null)
        => Parse(utf8, limits ?? JsonLimits.Default)
            .Then<JsonArray>(node => node is JsonArray found ? found : Refuse("A JSON array is expected."));

    /// <summary>The compact UTF-8 text of <paramref name="node"/>; characters outside ASCII stand for themselves.</summary>
    public static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Checked<JsonNode> Parse(ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        if (utf8.Length > limits.MaxBytes)
            return new ProtocolError(ErrorCodes.TooLarge, "RFC 8259 §9", $"The JSON text is longer than {limits.MaxBytes} bytes.");
        try
        {
            if (CountValues(utf8, limits) > limits.MaxValues)
                return new ProtocolError(ErrorCodes.TooLarge, "RFC 8259 §9", $"The JSON text holds more than {limits.MaxValues} values.");
            var options = new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false };
            return JsonNode.Parse(utf8, documentOptions: options) is { } node ? node : Refuse("An object or array is expected.");
        }
        catch (JsonException)
        {
            return Refuse("The text is not JSON, is nested too deeply, has a member twice or a number without measure.");
        }
        catch (InvalidOperationException)
        {
            // Thrown by the reader for strings that are not valid UTF-8 or hold half a surrogate pair (RFC 7493 §2.1).
            return Refuse("A string is not valid Unicode.");
        }
    }

    private static int CountValues(ReadOnlySpan<byte> utf8, JsonLimits limits)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        var count = 0;
        while (reader.Read() && count <= limits.MaxValues)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                _ = reader.GetString();
            if (reader.TokenType is JsonTokenType.Number && HasEndlessExponent(reader.ValueSpan))
                throw new JsonException("An exponent is too long.");
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject))
                count++;
        }

        return count;
    }

    /// <summary>
    /// True for exponents of more than four digits: no receiver knows such numbers (RFC 7493 §2.2), and the framework's comparison of
    /// two JSON values throws on them. Found by fuzzing.
    /// </summary>
    private static bool HasEndlessExponent(ReadOnlySpan<byte> number)
    {
        const int most = 4;
        var exponent = number.IndexOfAny((byte)'e', (byte)'E');
        return exponent >= 0 && number[(exponent + 1)..].TrimStart("+-"u8).Length > most;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Json, "RFC 8259, RFC 7493 §2", detail);
}
