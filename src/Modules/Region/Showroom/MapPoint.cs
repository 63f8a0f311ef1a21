using System.Globalization;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>A point of the drawn map.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
internal readonly record struct MapPoint(double X, double Y)
{
    /// <summary>Width of the map.</summary>
    public const double Width = 600;

    /// <summary>Height of the map.</summary>
    public const double Height = 470;

    // The towns of the model regions with room for names around them.
    private const double West = 5.87;
    private const double North = 52.14;
    private const double UnitsPerDegree = 315;

    /// <summary>A degree of longitude beside one of latitude, in the middle of the map.</summary>
    private static readonly double Narrowing = Math.Cos(51.4 * Math.PI / 180);

    /// <summary>Where a place lies.</summary>
    public static MapPoint Of(Place place) => new((place.Longitude - West) * Narrowing * UnitsPerDegree, (North - place.Latitude) * UnitsPerDegree);

    /// <summary>A number as SVG writes it.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
