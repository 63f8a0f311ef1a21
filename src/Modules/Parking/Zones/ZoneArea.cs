using System.Text.Json.Serialization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Modellstadt.Parking.Zones;

/// <summary>The area of a zone: polygons with holes, as GeoJSON writes them (RFC 7946, 3.1.6 and 3.1.7). Its border belongs to it.</summary>
[JsonConverter(typeof(GeoJsonArea))]
internal sealed class ZoneArea
{
    /// <summary>Most points of one area.</summary>
    public const int MostPositions = 5_000;

    // Lengths of a degree on the ellipsoid of WGS 84 at the equator and along a meridian: at the size of a zone the error is below a metre.
    private const double MetresInDegreeEast = 111_320;
    private const double MetresInDegreeNorth = 111_132;
    private const int FewestInRing = 4;

    private readonly Lazy<Geometry> shape;
    private readonly Lazy<AreaFault?> fault;

    /// <summary>An area that may have faults.</summary>
    /// <param name="polygons">Each polygon is a list of rings, the outer one first; each ring a list of points, the first one again at its end.</param>
    public ZoneArea(IReadOnlyList<IReadOnlyList<IReadOnlyList<Position>>> polygons)
    {
        Polygons = polygons;
        shape = new Lazy<Geometry>(() => Build(position => new Coordinate(position.Longitude, position.Latitude)));
        fault = new Lazy<AreaFault?>(FindFault);
    }

    /// <summary>The polygons, each a list of rings.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Position>>> Polygons { get; }

    /// <summary>What keeps it from being an area; null when it is one.</summary>
    public AreaFault? Fault => fault.Value;

    /// <summary>True when the point lies in it or on its border; an area with a fault holds nothing.</summary>
    public bool Contains(Position point)
    {
        if (Fault is not null || !shape.Value.EnvelopeInternal.Contains(point.Longitude, point.Latitude))
            return false;
        return SimplePointInAreaLocator.Locate(new Coordinate(point.Longitude, point.Latitude), shape.Value) is not Location.Exterior;
    }

    /// <summary>The greatest distance between two of its points, in metres; null when it has a fault.</summary>
    public double? ExtentMetres()
    {
        if (Fault is not null)
            return null;
        var hull = new ConvexHull(InMetres(ReferenceLatitude)).GetConvexHull().Coordinates;
        return hull.Max(one => hull.Max(one.Distance));
    }

    /// <summary>Square metres that lie in both areas; 0 when one of them has a fault.</summary>
    public double SharedSquareMetres(ZoneArea other) => Fault is not null || other.Fault is not null || !shape.Value.EnvelopeInternal.Intersects(other.shape.Value.EnvelopeInternal)
        ? 0
        : InMetres(ReferenceLatitude).Intersection(other.InMetres(ReferenceLatitude)).Area;

    private double ReferenceLatitude => Polygons[0][0][0].Latitude;

    /// <summary>On a plane that touches the earth at one latitude; what is compared must lie on the same plane.</summary>
    private Geometry InMetres(double latitude)
    {
        var metresEast = MetresInDegreeEast * Math.Cos(latitude * Math.PI / 180);
        return Build(position => new Coordinate(position.Longitude * metresEast, position.Latitude * MetresInDegreeNorth));
    }

    private MultiPolygon Build(Func<Position, Coordinate> place)
    {
        var factory = GeometryFactory.Default;
        return factory.CreateMultiPolygon([.. Polygons.Select(rings =>
        {
            var made = rings.Select(ring => factory.CreateLinearRing([.. ring.Select(place)])).ToArray();
            return factory.CreatePolygon(made[0], made[1..]);
        })]);
    }

    private AreaFault? FindFault()
    {
        var rings = Polygons.SelectMany(polygon => polygon).ToArray();
        if (rings is [] || Polygons.Any(polygon => polygon is []))
            return AreaFault.Empty;
        if (rings.Any(ring => ring.Any(position => !position.IsOnEarth)))
            return AreaFault.NotOnEarth;
        if (rings.Any(ring => ring.Count == 0 || ring[0] != ring[^1]))
            return AreaFault.NotClosed;
        if (rings.Any(ring => ring.Count < FewestInRing))
            return AreaFault.TooFewPoints;
        return new IsValidOp(shape.Value).IsValid ? null : AreaFault.CrossesItself;
    }
}

/// <summary>What keeps a list of points from being an area.</summary>
internal enum AreaFault
{
    /// <summary>There are no points.</summary>
    Empty,

    /// <summary>A point is none on earth: perhaps the coordinates are metres of a national grid.</summary>
    NotOnEarth,

    /// <summary>A ring does not end where it begins.</summary>
    NotClosed,

    /// <summary>A ring of fewer than three corners.</summary>
    TooFewPoints,

    /// <summary>A ring crosses itself or another one.</summary>
    CrossesItself,
}
