using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Facts;

/// <summary>Reads the facts that ship with the product. Their format stands in <c>data/README.md</c> and in each file.</summary>
internal sealed class FactFiles(string directory)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new HouseNumberText() },
    };

    /// <summary>Towns and their rules.</summary>
    public TownsFile Towns => Read<TownsFile>("towns.json");

    /// <summary>Zones and their streets.</summary>
    public ZonesFile Zones => Read<ZonesFile>("parking/zones.json");

    /// <summary>Fees over time.</summary>
    public FeesFile Fees => Read<FeesFile>("parking/fees.json");

    /// <summary>The made-up facts of a town, marked as such; null when it has none.</summary>
    /// <exception cref="InvalidDataException">They are not marked as made up.</exception>
    public OverlayFile? Overlay(string ags)
    {
        var overlay = Directory.EnumerateFiles(PathOf("parking/overlays"), "*.demo.json").Order(StringComparer.Ordinal)
            .Select(Read<OverlayFile>)
            .FirstOrDefault(overlay => overlay.Ags == ags);
        return overlay is { Demo: false } ? throw new InvalidDataException($"The overlay of {ags} does not say that it is made up.") : overlay;
    }

    /// <summary>Everything known about one town.</summary>
    /// <param name="ags">The town.</param>
    /// <param name="withOverlay">True to add made-up facts.</param>
    /// <exception cref="InvalidDataException">The town is not in the files, or they contradict themselves.</exception>
    public ParkingFacts Of(string ags, bool withOverlay)
    {
        var towns = Towns;
        var town = towns.Towns.FirstOrDefault(candidate => candidate.Ags == ags)
            ?? throw new InvalidDataException($"towns.json has no town with the key {ags}.");
        var zones = Zones;
        var overlay = withOverlay ? Overlay(ags) : null;
        var rules = overlay?.Rules ?? town.Rules;
        if (rules.PermitsPerPerson.Value is > 1)
            throw new InvalidDataException($"{town.Name} gives a person several permits; this program gives each person one.");
        return new ParkingFacts
        {
            Town = town with { Rules = rules },
            PlateDistricts = towns.Towns.SelectMany(known => known.PlateDistricts.Value).ToHashSet(),
            Zones = new ZoneMap(ZonesOf(ags, zones, overlay), overlay?.AllZonesListed ?? zones.AllZonesListed.Contains(ags)),
            ExtraZones = overlay?.ExtraZones ?? [],
            Recuts = overlay?.Recuts ?? [],
            ClerkNotes = overlay?.ClerkNotes ?? [],
            Spaces = [.. zones.SpaceAssignments.Where(space => space.Ags == ags)],
            Fees = new FeeSchedule(overlay is { Fees.Count: > 0 } ? overlay.Fees : Fees.Fees.Where(fee => fee.Ags == ags)),
            Payee = overlay?.Payee,
            Demo = overlay is not null,
            Version = $"{towns.AsOf:O}/{Checksum(overlay is not null)}",
        };
    }

    private static List<ParkingZone> ZonesOf(string ags, ZonesFile zones, OverlayFile? overlay)
    {
        var madeUp = overlay?.Zones ?? [];
        var replaced = madeUp.Select(zone => zone.Replaces).ToHashSet();
        return [.. madeUp, .. zones.Zones.Where(zone => zone.Ags == ags && !replaced.Contains(zone.ZoneId))];
    }

    private string Checksum(bool withOverlay)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> overlays = withOverlay ? Directory.EnumerateFiles(PathOf("parking/overlays"), "*.demo.json").Order(StringComparer.Ordinal) : [];
        foreach (var file in overlays.Prepend(PathOf("parking/fees.json")).Prepend(PathOf("parking/zones.json")).Prepend(PathOf("towns.json")))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private string PathOf(string relative) => Path.Combine(directory, relative);

    private T Read<T>(string relative)
    {
        using var file = File.OpenRead(PathOf(relative));
        return JsonSerializer.Deserialize<T>(file, Format) ?? throw new InvalidDataException($"{relative} is empty.");
    }

    private sealed class HouseNumberText : JsonConverter<HouseNumber>
    {
        public override HouseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            HouseNumber.TryParse(reader.GetString(), out var house) ? house.Value : throw new JsonException($"{reader.GetString()} is no house number.");

        public override void Write(Utf8JsonWriter writer, HouseNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary><c>data/towns.json</c></summary>
internal sealed record TownsFile(DateOnly AsOf, IReadOnlyList<TownFact> Towns);

/// <summary><c>data/parking/zones.json</c></summary>
internal sealed record ZonesFile(IReadOnlyList<string> AllZonesListed, IReadOnlyList<SpaceAssignment> SpaceAssignments, IReadOnlyList<ParkingZone> Zones);

/// <summary><c>data/parking/fees.json</c></summary>
internal sealed record FeesFile(IReadOnlyList<FeeRule> Fees);

/// <summary><c>data/parking/overlays/*.demo.json</c>: made-up facts for one town.</summary>
internal sealed record OverlayFile(
    bool Demo, string Ags, bool AllZonesListed, IReadOnlyList<ParkingZone> Zones, EligibilityRules Rules, IReadOnlyList<FeeRule> Fees, Payee Payee)
{
    /// <summary>Second zones in which permits count.</summary>
    public IReadOnlyList<ExtraZone> ExtraZones { get; init; } = [];

    /// <summary>Zones that were cut anew.</summary>
    public IReadOnlyList<ZoneRecut> Recuts { get; init; } = [];

    /// <summary>What the town's clerks wrote down.</summary>
    public IReadOnlyList<string> ClerkNotes { get; init; } = [];
}
