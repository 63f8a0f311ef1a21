namespace Modellstadt.Registers;

/// <summary>Whose a vehicle is no longer or newly, between two exports of the vehicle register.</summary>
internal static class VehicleDifference
{
    /// <summary>The changes, for keepers and for users of a company's vehicle alike.</summary>
    /// <param name="before">The plate in the export before; null when not there.</param>
    /// <param name="after">The plate in this export; null when not there any more.</param>
    /// <param name="today">The day of this export.</param>
    /// <param name="ids">Identifiers of the changes.</param>
    public static IEnumerable<RegisterChange> Between(KeptVehicle? before, KeptVehicle? after, DateOnly today, ChangeIds ids)
    {
        var (old, now) = (Persons(before), Persons(after));
        foreach (var person in old.Except(now))
            yield return new RegisterChange.VehicleGone(ids.Of<RegisterChange.VehicleGone>(person, before!.PlateKey), person, today, before.Vehicle.Plate);
        foreach (var person in now.Except(old))
            yield return new RegisterChange.VehicleRegistered(ids.Of<RegisterChange.VehicleRegistered>(person, after!.PlateKey), person, today, after.Vehicle.Plate);
    }

    private static IReadOnlyList<ResidentId> Persons(KeptVehicle? vehicle) => [.. new[] { vehicle?.KeeperId, vehicle?.UserId }.OfType<ResidentId>()];
}
