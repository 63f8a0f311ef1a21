using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Facts;

/// <summary>How facts and rule books are written as JSON: <c>data/README.md</c> describes it.</summary>
internal static class FactFormat
{
    /// <summary>Nesting that no fact needs more of; the positions of a polygon lie deepest.</summary>
    private const int MostLevels = 24;

    /// <summary>For the shipped files: members that the program does not know are for people who read the file.</summary>
    public static JsonSerializerOptions Shipped { get; } = Create(JsonUnmappedMemberHandling.Skip);

    /// <summary>For books that somebody hands in: a misspelt member is an error, not a rule that silently stays away.</summary>
    public static JsonSerializerOptions Strict { get; } = Create(JsonUnmappedMemberHandling.Disallow);

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unknown) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = unknown,
        AllowDuplicateProperties = false,
        MaxDepth = MostLevels,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new HouseNumberText() },
    };

    private sealed class HouseNumberText : JsonConverter<HouseNumber>
    {
        public override HouseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            HouseNumber.TryParse(reader.GetString(), out var house) ? house.Value : throw new JsonException($"{reader.GetString()} is no house number.");

        public override void Write(Utf8JsonWriter writer, HouseNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
