using System.Collections.Concurrent;
using System.Collections.Frozen;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Inspections;

/// <summary>
/// The rights of all plates, in memory: asked thousands of times a second, changed a few times a minute. Rebuilt from the
/// permits at start (<see cref="PlateIndexRefresh"/>), so that nothing is lost with it.
/// </summary>
internal sealed class PlateIndex
{
    private readonly ConcurrentDictionary<Guid, PlateRight[]> rightsOfPermit = new();
    private readonly ConcurrentDictionary<string, PlateRight[]> rightsOfPlate = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>Puts the rights of a permit in the place of those it had.</summary>
    public void Put(Permit permit)
    {
        PlateRight[] rights = [.. Rights(permit)];
        lock (changing)
        {
            var before = rightsOfPermit.GetValueOrDefault(permit.Id, []);
            if (before.SequenceEqual(rights))
                return;

            rightsOfPermit[permit.Id] = rights;
            foreach (var plate in before.Concat(rights).Select(right => right.PlateKey).Distinct())
            {
                var others = rightsOfPlate.GetValueOrDefault(plate, []).Where(right => right.PermitId != permit.Id);
                rightsOfPlate[plate] = [.. others, .. rights.Where(right => right.PlateKey == plate)];
            }
        }
    }

    /// <summary>The rights of a plate; empty when the town knows none.</summary>
    public IReadOnlyList<PlateRight> OfPlate(string plateKey) => rightsOfPlate.GetValueOrDefault(plateKey, []);

    /// <summary>The rights of a permit; empty when the town knows none.</summary>
    public IReadOnlyList<PlateRight> OfPermit(Guid permit) => rightsOfPermit.GetValueOrDefault(permit, []);

    /// <summary>A stored plate is written apart (<c>GE-AB 123</c>): no known district is needed to read it.</summary>
    private static IEnumerable<PlateRight> Rights(Permit permit) => OwnRights(permit).Concat(TemporaryRights(permit));

    private static IEnumerable<PlateRight> OwnRights(Permit permit) =>
        from plate in permit.EachPlate
        let key = LicensePlate.Parse(plate, FrozenSet<string>.Empty)?.Key ?? plate
        select new PlateRight(permit.Id, key, plate, permit.Zone, permit.ZoneName, permit.ValidFrom, permit.ValidUntil, permit.State is not (PermitState.Active or PermitState.Expired));

    private static IEnumerable<PlateRight> TemporaryRights(Permit permit) =>
        from plate in permit.EachTemporaryPlate
        let until = plate.Until < permit.ValidUntil ? plate.Until : permit.ValidUntil
        select new PlateRight(permit.Id, plate.Key, plate.Plate, permit.Zone, permit.ZoneName, plate.From, until, permit.State is not (PermitState.Active or PermitState.Expired));
}
