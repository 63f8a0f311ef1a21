using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>Configuration section <c>Registers</c>.</summary>
public sealed class RegistersOptions
{
    /// <summary>How long a register may take to answer, in milliseconds; then it counts as unreachable. Default: 3,000.</summary>
    [Range(100, 60_000)]
    public int TimeoutMilliseconds { get; set; } = 3_000;

    /// <summary>How often the town looks for new files and asks servers for changes. Default: 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The door to the resident register.</summary>
    [Required, ValidateObjectMembers]
    public RegisterDoorOptions Residents { get; set; } = new();

    /// <summary>The door to the vehicle register.</summary>
    [Required, ValidateObjectMembers]
    public RegisterDoorOptions Vehicles { get; set; } = new();

    /// <summary>The registers of a demo town.</summary>
    [Required, ValidateObjectMembers]
    public DemoOptions Demo { get; set; } = new();

    /// <summary>Configuration section <c>Registers:Demo</c>; used only when <c>Town:Demo</c> is true.</summary>
    public sealed class DemoOptions
    {
        /// <summary>Another seed is another town full of people. Default: 2026.</summary>
        [Range(0, int.MaxValue)]
        public int Seed { get; set; } = 2026;

        /// <summary>How many persons. Default: 2,400.</summary>
        [Range(100, 500_000)]
        public int Count { get; set; } = 2_400;

        /// <summary>True when the resident register is to be unreachable from the start.</summary>
        public bool ResidentOutage { get; set; }

        /// <summary>True when the vehicle register is to be unreachable from the start.</summary>
        public bool VehicleOutage { get; set; }
    }
}
