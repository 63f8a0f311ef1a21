using System.Text.Json;

namespace Modellstadt.Registers;

/// <summary>What lies at a stretch of street.</summary>
internal enum DemoPlace
{
    /// <summary>In a parking zone.</summary>
    Zone,

    /// <summary>In no zone.</summary>
    Outside,

    /// <summary>The street has a zone, these numbers do not.</summary>
    OutsideNumbers,

    /// <summary>The published list leaves it open.</summary>
    SideUnknown,
}

/// <summary>A stretch of street where made-up people live.</summary>
internal sealed record DemoStreet(string Name, string PostalCode, int From, int To, int Step, DemoPlace Place);

/// <summary>
/// The streets of the demo town: the list <c>addresses</c> of the town's DEMO overlay in <c>{facts}/parking/overlays</c>; without
/// one, the streets of its published zones in <c>{facts}/parking/zones.json</c>; always some made-up ones.
/// </summary>
internal static class DemoStreets
{
    private const string NoPostalCode = "00000";

    private static readonly DemoStreet[] MadeUp =
    [
        new("Demo-Waldweg", NoPostalCode, 1, 60, 1, DemoPlace.Outside),
        new("Demo-Lindenstraße", NoPostalCode, 1, 90, 1, DemoPlace.Zone),
        new("Demo-Zechenallee", NoPostalCode, 61, 99, 1, DemoPlace.OutsideNumbers),
        new("Demo-Brückenstraße", NoPostalCode, 51, 99, 2, DemoPlace.SideUnknown),
    ];

    public static IReadOnlyList<DemoStreet> Read(string factsDirectory, string ags)
    {
        var known = Overlay(factsDirectory, ags) is { Count: > 0 } overlay ? overlay : Zones(factsDirectory, ags);
        return [.. known, .. MadeUp.Where(street => !known.Any(other => other.Place == street.Place))];
    }

    private static List<DemoStreet> Overlay(string factsDirectory, string ags)
    {
        var folder = Path.Combine(factsDirectory, "parking", "overlays");
        if (!Directory.Exists(folder))
            return [];

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (document.RootElement.GetProperty("ags").GetString() == ags)
                return [.. document.RootElement.GetProperty("addresses").EnumerateArray().Select(OfOverlay)];
        }

        return [];
    }

    private static DemoStreet OfOverlay(JsonElement entry)
    {
        var parity = entry.TryGetProperty("parity", out var side) ? side.GetString() : null;
        var from = entry.GetProperty("from").GetInt32();
        var place = entry.GetProperty("zone").GetString() switch
        {
            null => DemoPlace.Outside,
            "outside-numbers" => DemoPlace.OutsideNumbers,
            "ask-office" => DemoPlace.SideUnknown,
            _ => DemoPlace.Zone,
        };
        return new DemoStreet(
            entry.GetProperty("street").GetString()!, entry.GetProperty("postal_code").GetString()!, from, entry.GetProperty("to").GetInt32(), parity is "even" or "odd" ? 2 : 1, place);
    }

    /// <summary>Only what is certain: zones in force, whole streets or sides.</summary>
    private static List<DemoStreet> Zones(string factsDirectory, string ags)
    {
        var file = Path.Combine(factsDirectory, "parking", "zones.json");
        if (!File.Exists(file))
            return [];

        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. document.RootElement.GetProperty("zones").EnumerateArray()
                .Where(zone => zone.GetProperty("ags").GetString() == ags && zone.GetProperty("status").GetString() == "in-force")
                .SelectMany(zone => zone.GetProperty("streets").EnumerateArray())
                .Where(street => !street.TryGetProperty("segment", out var segment) || segment.ValueKind is JsonValueKind.Null)
                .Where(street => street.GetProperty("parity").GetString() is "all" && street.GetProperty("from").ValueKind is JsonValueKind.Null)
                .Select(street => new DemoStreet(street.GetProperty("name").GetString()!, NoPostalCode, 1, 60, 1, DemoPlace.Zone)),
        ];
    }
}
