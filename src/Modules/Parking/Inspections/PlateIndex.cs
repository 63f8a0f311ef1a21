using System.Collections.Concurrent;
using System.Collections.Frozen;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Inspections;

/// <summary>
/// The rights of all plates, in memory: asked thousands of times a second, changed a few times a minute. Rebuilt from the
/// permits at start (<see cref="PlateIndexRefresh"/>), so that nothing is lost with it. Lean enough for a million permits: plates are
/// numbers, names of zones stand there once, and permit and plate share one array.
/// </summary>
internal sealed class PlateIndex
{
    private readonly ConcurrentDictionary<Guid, PlateRight[]> rightsOfPermit = new();
    private readonly ConcurrentDictionary<ulong, PlateRight[]> rightsOfPlate = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>Puts the rights of a permit in the place of those it had.</summary>
    public void Put(Permit permit) => Put(new IndexedPermit(permit.Id, permit.Plates, permit.Zone, permit.ZoneName, permit.ValidFrom, permit.ValidUntil, permit.State, permit.TemporaryPlates));

    /// <summary>Puts the rights of a permit in the place of those it had.</summary>
    public void Put(IndexedPermit permit)
    {
        lock (changing)
        {
            PlateRight[] rights = [.. Rights(permit)];
            var before = rightsOfPermit.GetValueOrDefault(permit.Id, []);
            if (before.SequenceEqual(rights))
                return;

            rightsOfPermit[permit.Id] = rights;
            foreach (var plate in before.Concat(rights).SelectMany(CodesOf).Distinct())
                Replace(plate, permit.Id, rights);
        }
    }

    /// <summary>The rights of a plate; empty when the town knows none.</summary>
    public IReadOnlyList<PlateRight> OfPlate(string plateKey) => PlateCode.TryRead(plateKey, out var code) ? rightsOfPlate.GetValueOrDefault(code, []) : [];

    /// <summary>The rights of a permit; empty when the town knows none.</summary>
    public IReadOnlyList<PlateRight> OfPermit(Guid permit) => rightsOfPermit.GetValueOrDefault(permit, []);

    /// <summary>Every plate with its rights, in no order; what changes meanwhile may be there or not.</summary>
    public IEnumerable<(string PlateKey, IReadOnlyList<PlateRight> Rights)> All() => rightsOfPlate.Select(entry => (PlateCode.Write(entry.Key), (IReadOnlyList<PlateRight>)entry.Value));

    private void Replace(ulong plate, Guid permit, PlateRight[] rights)
    {
        var others = rightsOfPlate.GetValueOrDefault(plate, []).Where(right => right.PermitId != permit).ToArray();
        var own = rights.Where(right => CodesOf(right).Contains(plate)).ToArray();
        if (others is [] && own is [])
            rightsOfPlate.TryRemove(plate, out _);
        else
            rightsOfPlate[plate] = others is [] && own.Length == rights.Length ? rights : [.. others, .. own];
    }

    private IEnumerable<PlateRight> Rights(IndexedPermit permit)
    {
        var (zone, name) = (Shared(permit.Zone), Shared(permit.ZoneName));
        var ended = permit.State is not (PermitState.Active or PermitState.Expired);
        var own = permit.Plates.Split(Permit.Separator).Select(plate => new PlateRight(permit.Id, plate, zone, name, permit.ValidFrom, permit.ValidUntil, ended));
        return own.Concat(TemporaryPlate.Read(permit.TemporaryPlates).Select(plate =>
            new PlateRight(permit.Id, plate.Plate, zone, name, plate.From, plate.Until < permit.ValidUntil ? plate.Until : permit.ValidUntil, ended)));
    }

    private string Shared(string name) => names.TryGetValue(name, out var known) ? known : names[name] = name;

    /// <summary>A stored plate is written apart (<c>GE-AB 123</c>): no known district is needed to read it. What is no German plate is found by its permit only.</summary>
    private static IEnumerable<ulong> CodesOf(PlateRight right) =>
        LicensePlate.Parse(right.Plate, FrozenSet<string>.Empty) is { } plate && PlateCode.TryRead(plate.Key, out var code) ? [code] : [];
}

/// <summary>What of a permit the index needs: read alone, a million permits are read in seconds.</summary>
/// <param name="Id">The permit.</param>
/// <param name="Plates">Its plates in one line.</param>
/// <param name="Zone">Letter of its zone.</param>
/// <param name="ZoneName">Name of its zone.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="State">Whether it is in force.</param>
/// <param name="TemporaryPlates">Vehicles of some days (<see cref="TemporaryPlate"/>); null when there are none.</param>
internal sealed record IndexedPermit(
    Guid Id, string Plates, string Zone, string ZoneName, DateOnly ValidFrom, DateOnly ValidUntil, PermitState State, string? TemporaryPlates = null);
