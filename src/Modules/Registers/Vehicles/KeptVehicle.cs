namespace Modellstadt.Registers;

/// <summary>A vehicle with whom the register names as its keeper.</summary>
/// <param name="Vehicle">The vehicle; kind and name of the keeper stand in it.</param>
/// <param name="KeeperId">The resident register's key of the keeper; null when a company keeps it, or somebody who does not live here.</param>
/// <param name="UserId">To whose lasting use a company gave it; null when it said nothing, or for a private vehicle.</param>
public sealed record KeptVehicle(RegisteredVehicle Vehicle, ResidentId? KeeperId, ResidentId? UserId)
{
    /// <summary>What makes two plates the same however they were written: <c>GE-AB123</c>.</summary>
    internal string PlateKey => KeyOf(Vehicle.Plate);

    /// <summary>True for whom the vehicle counts as theirs: the keeper, and the user of a company's vehicle.</summary>
    internal bool BelongsTo(ResidentId person) => KeeperId == person || UserId == person;

    /// <summary>The key of a plate as somebody wrote it.</summary>
    internal static string KeyOf(string plate) => plate.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
