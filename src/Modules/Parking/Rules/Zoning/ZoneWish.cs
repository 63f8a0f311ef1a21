using System.Text.Json;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Rules.Zoning;

/// <summary>A zone as a clerk draws and writes it.</summary>
/// <param name="ZoneId">What stands on the permit; an existing zone is changed, another one is added.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spaces">How many spaces it has; empty when nobody has counted.</param>
/// <param name="Streets">One street a line: <c>Georgstraße</c>, <c>Hauptstraße 28-42 gerade</c>.</param>
/// <param name="Area">GeoJSON geometry; empty for a zone described by streets only.</param>
internal sealed partial record ZoneWish(string ZoneId, string Name, string Spaces, string Streets, string Area)
{
    private const int LongestId = 12;
    private const int LongestName = 120;
    private const int MostStreets = 500;

    /// <summary>The zone; what was not asked here (signs, hours) stays as it was.</summary>
    /// <param name="book">The draft.</param>
    /// <param name="before">The zone of that letter; null when it is a new one.</param>
    /// <param name="stated">Where it comes from.</param>
    public Outcome<ParkingZone> ToZone(RuleBook book, ParkingZone? before, Stated stated)
    {
        if (ZoneId.Trim() is not { Length: > 0 and <= LongestId } id || Name.Trim() is not { Length: > 0 and <= LongestName } name)
            return new ZoneNeedsName();
        if (Spaces.Trim() is { Length: > 0 } written && !int.TryParse(written, out _))
            return new RuleValueUnusable(ChangeDraft.SpacesField(id), written, [ChangeDraft.SpacesField(id)]);
        if (!ReadArea().Succeeded(out var area, out var wrong) || !ReadStreets(book.Demo).Succeeded(out var streets, out wrong))
            return wrong;

        var zone = before ?? new ParkingZone
        {
            Ags = book.Ags, ZoneId = id, Name = name, Status = ZoneStatus.InForce, StreetListComplete = true, Streets = [], Confidence = stated.Confidence, Source = stated.Source, Demo = book.Demo,
        };
        return zone with
        {
            Name = name,
            Streets = streets.Streets,
            Area = area.Area,
            Spaces = int.TryParse(Spaces, out var spaces) ? stated.Value<int?>(spaces) : Sourced.NotFound<int?>(),
        };
    }

    /// <summary>The street list as the form writes it.</summary>
    public static string Show(IReadOnlyList<StreetRange> streets) => string.Join('\n', streets.Where(street => street.Segment is null).Select(street =>
        street.From is { } from && street.To is { } to ? $"{street.Name} {from}-{to}{SideOf(street.Parity)}" : $"{street.Name}{SideOf(street.Parity)}"));

    private static string SideOf(Parity parity) => parity switch { Parity.Even => " gerade", Parity.Odd => " ungerade", _ => "" };

    private Outcome<DrawnArea> ReadArea()
    {
        if (Area.Trim().Length == 0)
            return new DrawnArea(null);
        try
        {
            var area = JsonSerializer.Deserialize<ZoneArea>(Area, FactFormat.Strict);
            return area?.Fault is null ? new DrawnArea(area) : new ZoneAreaUnusable();
        }
        catch (JsonException)
        {
            return new ZoneAreaUnusable();
        }
    }

    private Outcome<WrittenStreets> ReadStreets(bool demo)
    {
        var lines = Streets.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MostStreets)
            return new ZoneStreetUnusable(lines[MostStreets]);
        var read = lines.Select(line => (Line: line, Range: ReadStreet(line, demo))).ToArray();
        return read.FirstOrDefault(one => one.Range is null) is { Line: { } unusable } ? new ZoneStreetUnusable(unusable) : new WrittenStreets([.. read.Select(one => one.Range!)]);
    }

    private static StreetRange? ReadStreet(string line, bool demo)
    {
        var match = Street().Match(line);
        if (!match.Success || match.Groups["name"].Value.Length > LongestName)
            return null;
        var numbered = match.Groups["from"].Success;
        if (numbered && (!HouseNumber.TryParse(match.Groups["from"].Value, out var first) || !HouseNumber.TryParse(match.Groups["to"].Value, out var last) || first.Value.CompareTo(last.Value) > 0))
            return null;
        return new StreetRange
        {
            Name = match.Groups["name"].Value,
            From = numbered && HouseNumber.TryParse(match.Groups["from"].Value, out var from) ? from : null,
            To = numbered && HouseNumber.TryParse(match.Groups["to"].Value, out var to) ? to : null,
            Parity = match.Groups["side"].Value switch { "gerade" or "even" => Parity.Even, "ungerade" or "odd" => Parity.Odd, _ => Parity.All },
            ParityBasis = ParityBasis.Stated,
            Demo = demo,
        };
    }

    [GeneratedRegex(@"^(?<name>.*?\p{L}.*?)(\s+(?<from>\d{1,5}\s?[a-zA-Z]?)\s*[-–]\s*(?<to>\d{1,5}\s?[a-zA-Z]?))?(\s+(?<side>gerade|ungerade|even|odd))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    private sealed record DrawnArea(ZoneArea? Area);

    private sealed record WrittenStreets(IReadOnlyList<StreetRange> Streets);
}
