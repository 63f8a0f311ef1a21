namespace Modellstadt.Parking.Rules;

/// <summary>Why somebody may put a vehicle on their permit.</summary>
internal enum VehicleBasis
{
    /// <summary>They are its keeper (Halter).</summary>
    OwnVehicle,

    /// <summary>Another person keeps it and consents to lasting use.</summary>
    KeeperConsent,

    /// <summary>A company keeps it and lets them use it privately.</summary>
    CompanyCar,

    /// <summary>They are a member of a car sharing company.</summary>
    CarSharing,

    /// <summary>They care for a person who lives in the zone.</summary>
    Care,
}

/// <summary>What proves a basis of vehicle use.</summary>
internal enum Evidence
{
    /// <summary>The entry in the vehicle register.</summary>
    VehicleRegister,

    /// <summary>The keeper's consent, from the keeper's own wallet or in writing.</summary>
    KeeperConsent,

    /// <summary>The employer's confirmation.</summary>
    EmployerConfirmation,

    /// <summary>The contract of a rented or leased vehicle.</summary>
    RentalContract,

    /// <summary>The contract with the car sharing company.</summary>
    CarSharingContract,

    /// <summary>The confirmation of the care insurance.</summary>
    CareConfirmation,
}

/// <summary>A basis that the town permits.</summary>
/// <param name="Basis">The basis.</param>
/// <param name="Evidence">What proves it: one of these is enough.</param>
internal sealed record BasisRule(VehicleBasis Basis, IReadOnlyList<Evidence> Evidence);
