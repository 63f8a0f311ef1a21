using System.Globalization;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Zones;

/// <summary>Where the houses of a town stand (Hauskoordinaten), for zones that are drawn instead of listed.</summary>
internal sealed class AddressPoints
{
    private readonly Dictionary<(StreetName, HouseNumber), Position> points;

    private AddressPoints(Dictionary<(StreetName, HouseNumber), Position> points) => this.points = points;

    /// <summary>A town that has published none.</summary>
    public static AddressPoints None { get; } = new([]);

    /// <summary>Reads lines of <c>street;house number;longitude;latitude</c> after a heading; a point that stands there twice counts once.</summary>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static AddressPoints Read(IEnumerable<string> lines)
    {
        var points = new Dictionary<(StreetName, HouseNumber), Position>();
        foreach (var (number, line) in lines.Index().Skip(1))
        {
            if (line.Split(';') is not [var street, var written, var east, var north] || !HouseNumber.TryParse(written, out var house)
                || !TryDegrees(east, out var longitude) || !TryDegrees(north, out var latitude) || !new Position(longitude, latitude).IsOnEarth)
                throw new InvalidDataException($"Line {number + 1} of the address points is no line of street;house number;longitude;latitude.");
            points.TryAdd((StreetName.Of(street), house.Value), new Position(longitude, latitude));
        }

        return new AddressPoints(points);
    }

    /// <summary>Where a house stands; null when it is not in the list.</summary>
    public Position? Find(string street, HouseNumber house) => points.TryGetValue((StreetName.Of(street), house), out var point) ? point : null;

    private static bool TryDegrees(string written, out double degrees) => double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees);
}
