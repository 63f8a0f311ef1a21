// Ours: the protocol between the town and a server of the registers, described in docs/registers.openapi.json.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Registers;

/// <summary>How a register's server writes. What has another form is no answer.</summary>
internal static class Wire
{
    private const int DeepestAnswer = 8;
    private const int LongestText = 200;
    private const int LongestKey = 64;

    /// <summary>Names in snake case; nothing that must be there may be missing.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = DeepestAnswer,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>A text of a length that a register has.</summary>
    /// <exception cref="JsonException">It is empty, too long, or has control characters.</exception>
    public static string Text(string text) => text.Length is > 0 and <= LongestText && !text.Any(char.IsControl) ? text : throw new JsonException("A text is empty, too long or has control characters.");

    /// <summary>A key of a person.</summary>
    /// <exception cref="JsonException">It is empty or too long.</exception>
    public static ResidentId Person(string id) => id.Length is > 0 and <= LongestKey ? new ResidentId(id) : throw new JsonException("A key is empty or too long.");
}

/// <summary>A person on the wire.</summary>
internal sealed record WireResident(
    string ResidentId, string GivenNames, string FamilyName, DateOnly BirthDate, bool Deceased, bool Blocked, IReadOnlyList<WireResidence> Residences)
{
    /// <exception cref="JsonException">No person of a register.</exception>
    public Resident Read() => new(
        Wire.Person(ResidentId), new PersonName(GivenNames.Length == 0 ? "" : Wire.Text(GivenNames), Wire.Text(FamilyName)), BirthDate,
        [.. Residences.Select(home => home.Read()).OrderByDescending(home => home.Since)], Deceased, Blocked);
}

/// <summary>A home on the wire.</summary>
internal sealed record WireResidence(
    ResidenceKind Kind, string Street, string HouseNumber, string PostalCode, string Locality, string Ags, DateOnly Since, DateOnly? Until = null)
{
    /// <exception cref="JsonException">No home of a register.</exception>
    public Residence Read() => Registers.HouseNumber.TryParse(HouseNumber, out var number)
        ? new Residence(Kind, new Address(Wire.Text(Street), number.Value, Wire.Text(PostalCode), Wire.Text(Locality), Wire.Text(Ags)), Since, Until)
        : throw new JsonException("A house number has no known form.");
}

/// <summary>A vehicle on the wire.</summary>
internal sealed record WireVehicle(
    string Plate, VehicleKind Kind, string TradeName, int LengthMm, int WidthMm, int HeightMm, KeeperKind KeeperKind, string KeeperName, string? KeeperId = null, string? UserId = null)
{
    /// <exception cref="JsonException">No vehicle of a register.</exception>
    public KeptVehicle Read() => new(
        new RegisteredVehicle(Wire.Text(Plate), Kind, Wire.Text(TradeName), LengthMm, WidthMm, HeightMm, KeeperKind, Wire.Text(KeeperName)),
        KeeperId is null ? null : Wire.Person(KeeperId), UserId is null ? null : Wire.Person(UserId));
}

/// <summary>Everybody born on a day.</summary>
internal sealed record WireResidents(IReadOnlyList<WireResident> Residents);

/// <summary>Every vehicle of a person.</summary>
internal sealed record WireVehicles(IReadOnlyList<WireVehicle> Vehicles);

/// <summary>What is new since a point, and the point after it.</summary>
internal sealed record WireChanges(IReadOnlyList<WireChange> Changes, string Next);

/// <summary>Something that the server learned.</summary>
internal sealed record WireChange(string Id, WireChangeKind Kind, string ResidentId, DateOnly Since, string? Plate = null)
{
    /// <summary>The change as other modules get it; repeated, it has the same identifier.</summary>
    /// <exception cref="JsonException">No change.</exception>
    public RegisterChange Read(string register)
    {
        var (person, ids) = (Wire.Person(ResidentId), new ChangeIds($"{register}/{Wire.Text(Id)}"));
        return Kind switch
        {
            WireChangeKind.MovedWithin => new RegisterChange.MovedWithin(ids.Of<RegisterChange.MovedWithin>(person), person, Since),
            WireChangeKind.MovedAway => new RegisterChange.MovedAway(ids.Of<RegisterChange.MovedAway>(person), person, Since),
            WireChangeKind.Died => new RegisterChange.Died(ids.Of<RegisterChange.Died>(person), person, Since),
            WireChangeKind.NameChanged => new RegisterChange.NameChanged(ids.Of<RegisterChange.NameChanged>(person), person, Since),
            WireChangeKind.Blocked => new RegisterChange.Blocked(ids.Of<RegisterChange.Blocked>(person), person, Since),
            WireChangeKind.Unblocked => new RegisterChange.Unblocked(ids.Of<RegisterChange.Unblocked>(person), person, Since),
            WireChangeKind.VehicleGone => new RegisterChange.VehicleGone(ids.Of<RegisterChange.VehicleGone>(person), person, Since, PlateOf()),
            _ => new RegisterChange.VehicleRegistered(ids.Of<RegisterChange.VehicleRegistered>(person), person, Since, PlateOf()),
        };
    }

    private string PlateOf() => Wire.Text(Plate ?? "");
}

/// <summary>What can be new.</summary>
internal enum WireChangeKind
{
    /// <summary>As <see cref="RegisterChange.MovedWithin"/>.</summary>
    MovedWithin,

    /// <summary>As <see cref="RegisterChange.MovedAway"/>.</summary>
    MovedAway,

    /// <summary>As <see cref="RegisterChange.Died"/>.</summary>
    Died,

    /// <summary>As <see cref="RegisterChange.NameChanged"/>.</summary>
    NameChanged,

    /// <summary>As <see cref="RegisterChange.Blocked"/>.</summary>
    Blocked,

    /// <summary>As <see cref="RegisterChange.Unblocked"/>.</summary>
    Unblocked,

    /// <summary>As <see cref="RegisterChange.VehicleGone"/>.</summary>
    VehicleGone,

    /// <summary>As <see cref="RegisterChange.VehicleRegistered"/>.</summary>
    VehicleRegistered,
}
