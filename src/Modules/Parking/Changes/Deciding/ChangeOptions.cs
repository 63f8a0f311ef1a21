using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>What a holder can change today, with everything filled in.</summary>
internal sealed record ChangeOptions
{
    /// <summary>Why nothing can be changed: a register is silent, or the holder is no longer entitled; null when there is no reason.</summary>
    public Refusal? Trouble { get; init; }

    /// <summary>The renewal that one tap brings; null when there is none.</summary>
    public PermitChange.Renewal? Renewal { get; init; }

    /// <summary>Why there is no renewal; null when there is one.</summary>
    public Refusal? NoRenewal { get; init; }

    /// <summary>Other vehicles that could stand on the permit; null when there are none.</summary>
    public PlateOptions? Plates { get; init; }

    /// <summary>The zone after a move; null when the zone is right.</summary>
    public PermitChange.Zone? Zone { get; init; }

    /// <summary>A plate that stands in for some days; null when the town lets none, or no day is left.</summary>
    public TemporaryOptions? Temporary { get; init; }

    /// <summary>Euro cents that come back when the permit is returned today; null when the town has not said it.</summary>
    public long? CentsBack { get; init; }
}

/// <summary>The vehicles to choose among.</summary>
/// <param name="Vehicles">Each of them, those on the permit included.</param>
/// <param name="Most">How many may stand on the permit.</param>
/// <param name="Shown">What is shown of the price.</param>
internal sealed record PlateOptions(IReadOnlyList<OfferedVehicle> Vehicles, int Most, ShownChange Shown);

/// <summary>The frame of a temporary plate.</summary>
/// <param name="DaysLeft">Days that are left in this year; null when the town has not said how many there are.</param>
/// <param name="First">The first possible day.</param>
/// <param name="Last">The last possible day.</param>
/// <param name="Euros">What it costs.</param>
internal sealed record TemporaryOptions(int? DaysLeft, DateOnly First, DateOnly Last, decimal Euros);
