// RFC 7946 (GeoJSON), sections 3.1.1, 3.1.6, 3.1.7 and 4.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Zones;

/// <summary>Reads and writes areas as GeoJSON geometries of the types Polygon and MultiPolygon.</summary>
internal sealed class GeoJsonArea : JsonConverter<ZoneArea>
{
    private const int Decimals = 7;

    /// <inheritdoc />
    public override ZoneArea Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var geometry = document.RootElement;
        if (geometry.ValueKind is not JsonValueKind.Object || geometry.EnumerateObject().Any(member => member.Name is not ("type" or "coordinates")))
            throw new JsonException("An area is a GeoJSON geometry with type and coordinates.");

        var coordinates = geometry.TryGetProperty("coordinates", out var given) ? given : default;
        var polygons = geometry.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String ? type.GetString() switch
        {
            "Polygon" => [Polygon(coordinates)],
            "MultiPolygon" => Items(coordinates).Select(Polygon).ToArray(),
            _ => throw new JsonException("An area is a Polygon or a MultiPolygon."),
        } : throw new JsonException("An area names its type.");
        return polygons.Sum(polygon => polygon.Sum(ring => ring.Length)) <= ZoneArea.MostPositions
            ? new ZoneArea(polygons)
            : throw new JsonException($"An area has at most {ZoneArea.MostPositions} points.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ZoneArea value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        writer.WritePropertyName("coordinates");
        if (value.Polygons.Count == 1)
            WriteList(writer, value.Polygons[0], WriteRing);
        else
            WriteList(writer, value.Polygons, (target, polygon) => WriteList(target, polygon, WriteRing));
        writer.WriteEndObject();
    }

    private static Position[][] Polygon(JsonElement rings) => [.. Items(rings).Select(ring => Items(ring).Select(PositionOf).ToArray())];

    private static Position PositionOf(JsonElement position)
    {
        var numbers = Items(position).ToArray();
        return numbers is [{ ValueKind: JsonValueKind.Number }, { ValueKind: JsonValueKind.Number }, ..] && numbers[0].TryGetDouble(out var longitude) && numbers[1].TryGetDouble(out var latitude)
            ? new Position(longitude, latitude)
            : throw new JsonException("A point is a pair of numbers: longitude, latitude.");
    }

    private static IEnumerable<JsonElement> Items(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : throw new JsonException("The coordinates are lists within lists.");

    private static void WriteRing(Utf8JsonWriter writer, IReadOnlyList<Position> ring) => WriteList(writer, ring, WritePosition);

    private static void WritePosition(Utf8JsonWriter writer, Position position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(position.Longitude, Decimals));
        writer.WriteNumberValue(Math.Round(position.Latitude, Decimals));
        writer.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }
}
