using System.Text.Json.Serialization;

namespace Modellstadt.Registers;

/// <summary>
/// Something that a register has learned about a person. It says whom it concerns and what happened, not how things stand now: whoever
/// acts on it reads the register, which may know more by then. A closed family.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MovedWithin), "moved-within")]
[JsonDerivedType(typeof(MovedAway), "moved-away")]
[JsonDerivedType(typeof(Died), "died")]
[JsonDerivedType(typeof(NameChanged), "name-changed")]
[JsonDerivedType(typeof(Blocked), "blocked")]
[JsonDerivedType(typeof(Unblocked), "unblocked")]
[JsonDerivedType(typeof(VehicleGone), "vehicle-gone")]
[JsonDerivedType(typeof(VehicleRegistered), "vehicle-registered")]
public abstract record RegisterChange
{
    private RegisterChange(Guid id, ResidentId resident, DateOnly since) => (Id, Resident, Since) = (id, resident, since);

    /// <summary>Identifier; receivers use it as idempotency key.</summary>
    public Guid Id { get; init; }

    /// <summary>Whom it concerns: the person, or who kept or keeps the vehicle.</summary>
    public ResidentId Resident { get; init; }

    /// <summary>Since when it is so: the day of the register where it names one, else the day on which the town noticed.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The homes in this town are others than before, and there is one.</summary>
    public sealed record MovedWithin(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>No home in this town any more.</summary>
    public sealed record MovedAway(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>A death is recorded.</summary>
    public sealed record Died(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>Given names or family name are others than before.</summary>
    public sealed record NameChanged(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>The register must not give information about the person from now on (BMG § 51, § 52).</summary>
    public sealed record Blocked(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>The block is lifted.</summary>
    public sealed record Unblocked(Guid Id, ResidentId Resident, DateOnly Since) : RegisterChange(Id, Resident, Since);

    /// <summary>A vehicle is no longer this person's: deregistered, or somebody else's now.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="Resident">Whose it was.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Plate">Its plate: <c>GE-AB 123</c>.</param>
    public sealed record VehicleGone(Guid Id, ResidentId Resident, DateOnly Since, string Plate) : RegisterChange(Id, Resident, Since);

    /// <summary>A vehicle is newly this person's.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="Resident">Whose it is.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Plate">Its plate: <c>GE-AB 123</c>.</param>
    public sealed record VehicleRegistered(Guid Id, ResidentId Resident, DateOnly Since, string Plate) : RegisterChange(Id, Resident, Since);
}
