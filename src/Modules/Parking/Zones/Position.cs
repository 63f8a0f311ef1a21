namespace Modellstadt.Parking.Zones;

/// <summary>A point on the map (WGS 84).</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
internal readonly record struct Position(double Longitude, double Latitude)
{
    /// <summary>False for anything that is no point on earth, such as metres of a national grid.</summary>
    public bool IsOnEarth => Longitude is >= -180 and <= 180 && Latitude is >= -90 and <= 90;
}
