using System.Text.Json.Serialization;

namespace Modellstadt.Registers;

/// <summary>What can happen to a made-up person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DemoChangeKind>))]
internal enum DemoChangeKind
{
    /// <summary>Moves to another address of the town.</summary>
    [JsonStringEnumMemberName("moved-within")]
    MovedWithin,

    /// <summary>Moves to another town.</summary>
    [JsonStringEnumMemberName("moved-away")]
    MovedAway,

    /// <summary>Dies.</summary>
    [JsonStringEnumMemberName("died")]
    Died,

    /// <summary>Takes another family name.</summary>
    [JsonStringEnumMemberName("name-changed")]
    NameChanged,

    /// <summary>Gets a block of information.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,

    /// <summary>Loses the block.</summary>
    [JsonStringEnumMemberName("unblocked")]
    Unblocked,

    /// <summary>Gives up a vehicle.</summary>
    [JsonStringEnumMemberName("vehicle-gone")]
    VehicleGone,

    /// <summary>Registers a vehicle.</summary>
    [JsonStringEnumMemberName("vehicle-registered")]
    VehicleRegistered,
}

/// <summary>Something that happens to a made-up person, complete: doing it again gives the same town.</summary>
/// <param name="Id">Identifier of the change.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Resident">To whom.</param>
/// <param name="Day">When.</param>
/// <param name="Address">The new home, of who moves.</param>
/// <param name="FamilyName">The new family name, of who takes one.</param>
/// <param name="Vehicle">The vehicle that comes or goes.</param>
internal sealed record DemoChange(Guid Id, DemoChangeKind Kind, ResidentId Resident, DateOnly Day, Address? Address, string? FamilyName, RegisteredVehicle? Vehicle)
{
    /// <summary>What the registers tell of it.</summary>
    public RegisterChange Told => Kind switch
    {
        DemoChangeKind.MovedWithin => new RegisterChange.MovedWithin(Id, Resident, Day),
        DemoChangeKind.MovedAway => new RegisterChange.MovedAway(Id, Resident, Day),
        DemoChangeKind.Died => new RegisterChange.Died(Id, Resident, Day),
        DemoChangeKind.NameChanged => new RegisterChange.NameChanged(Id, Resident, Day),
        DemoChangeKind.Blocked => new RegisterChange.Blocked(Id, Resident, Day),
        DemoChangeKind.Unblocked => new RegisterChange.Unblocked(Id, Resident, Day),
        DemoChangeKind.VehicleGone => new RegisterChange.VehicleGone(Id, Resident, Day, Vehicle!.Plate),
        _ => new RegisterChange.VehicleRegistered(Id, Resident, Day, Vehicle!.Plate),
    };

    /// <summary>The person after it.</summary>
    public Resident Change(Resident person) => Kind switch
    {
        DemoChangeKind.MovedWithin or DemoChangeKind.MovedAway => person with { Residences = Moved(person.Residences) },
        DemoChangeKind.Died => person with { Deceased = true },
        DemoChangeKind.NameChanged => person with { Name = person.Name with { FamilyName = FamilyName! } },
        DemoChangeKind.Blocked => person with { Blocked = true },
        DemoChangeKind.Unblocked => person with { Blocked = false },
        _ => person,
    };

    private IReadOnlyList<Residence> Moved(IReadOnlyList<Residence> before) =>
    [
        new(ResidenceKind.Main, Address!, Day, null),
        .. before.Select(residence => residence.IsCurrentOn(Day) ? residence with { Until = Day } : residence),
    ];
}

/// <summary>A change of the demo town that is done again at each start.</summary>
internal sealed class StoredDemoChange
{
    /// <summary>Its place in the order; the database gives it.</summary>
    public long Number { get; init; }

    /// <summary>The <see cref="DemoChange"/>, JSON.</summary>
    public required string Change { get; init; }
}
