using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Facts;

/// <summary>Reads the facts that ship with the product. Their format stands in <c>data/README.md</c> and in each file.</summary>
internal sealed class FactFiles(string directory)
{
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
        var districts = towns.Towns.SelectMany(known => known.PlateDistricts.Value).ToHashSet();
        var book = Book(ags, withOverlay);
        return book.ToFacts(Town(towns, ags), districts, Points(ags), $"{towns.AsOf:O}/{Checksum(book.Demo)}");
    }

    /// <summary>Where the houses of a town stand: <c>parking/address-points/{ags}.csv</c>; none when there is no such file.</summary>
    /// <exception cref="InvalidDataException">A line of the file cannot be read.</exception>
    public AddressPoints Points(string ags)
    {
        var file = PathOf($"parking/address-points/{ags}.csv");
        return File.Exists(file) ? AddressPoints.Read(File.ReadLines(file)) : AddressPoints.None;
    }

    /// <summary>The facts of a town as the book with which it begins.</summary>
    /// <param name="ags">The town.</param>
    /// <param name="withOverlay">True to add made-up facts.</param>
    /// <exception cref="InvalidDataException">The town is not in the files.</exception>
    public RuleBook Book(string ags, bool withOverlay)
    {
        var (town, zones, overlay) = (Town(Towns, ags), Zones, withOverlay ? Overlay(ags) : null);
        return new RuleBook
        {
            Ags = ags,
            Demo = overlay is not null,
            AllZonesListed = overlay?.AllZonesListed ?? zones.AllZonesListed.Contains(ags),
            Zones = ZonesOf(ags, zones, overlay),
            SpaceAssignments = [.. zones.SpaceAssignments.Where(space => space.Ags == ags)],
            ExtraZones = overlay?.ExtraZones ?? [],
            Recuts = overlay?.Recuts ?? [],
            Rules = overlay is null ? town.Rules : Complete(town.Rules, overlay.Rules),
            Fees = overlay is { Fees.Count: > 0 } ? overlay.Fees : [.. Fees.Fees.Where(fee => fee.Ags == ags)],
            Payee = overlay?.Payee,
            ClerkNotes = overlay?.ClerkNotes ?? [],
        };
    }

    /// <summary>The rules of a town with those of the overlay in their place.</summary>
    private static EligibilityRules Complete(EligibilityRules published, JsonObject madeUp)
    {
        var rules = JsonSerializer.SerializeToNode(published, FactFormat.Shipped)!.AsObject();
        foreach (var (name, rule) in madeUp)
            rules[name] = rule?.DeepClone();
        return rules.Deserialize<EligibilityRules>(FactFormat.Shipped)!;
    }

    private static TownFact Town(TownsFile towns, string ags) => towns.Towns.FirstOrDefault(candidate => candidate.Ags == ags)
        ?? throw new InvalidDataException($"towns.json has no town with the key {ags}.");

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
        return JsonSerializer.Deserialize<T>(file, FactFormat.Shipped) ?? throw new InvalidDataException($"{relative} is empty.");
    }
}

/// <summary><c>data/towns.json</c></summary>
internal sealed record TownsFile(DateOnly AsOf, IReadOnlyList<TownFact> Towns);

/// <summary><c>data/parking/zones.json</c></summary>
internal sealed record ZonesFile(IReadOnlyList<string> AllZonesListed, IReadOnlyList<SpaceAssignment> SpaceAssignments, IReadOnlyList<ParkingZone> Zones);

/// <summary><c>data/parking/fees.json</c></summary>
internal sealed record FeesFile(IReadOnlyList<FeeRule> Fees);

/// <summary><c>data/parking/overlays/*.demo.json</c>: made-up facts for one town. Its rules stand in the place of those of the town, each for itself.</summary>
internal sealed record OverlayFile(
    bool Demo, string Ags, bool AllZonesListed, IReadOnlyList<ParkingZone> Zones, JsonObject Rules, IReadOnlyList<FeeRule> Fees, Payee? Payee)
{
    /// <summary>Second zones in which permits count.</summary>
    public IReadOnlyList<ExtraZone> ExtraZones { get; init; } = [];

    /// <summary>Zones that were cut anew.</summary>
    public IReadOnlyList<ZoneRecut> Recuts { get; init; } = [];

    /// <summary>What the town's clerks wrote down.</summary>
    public IReadOnlyList<string> ClerkNotes { get; init; } = [];
}
