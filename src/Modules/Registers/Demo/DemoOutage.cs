using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>Switches the demo registers off and on, to see that nothing is lost.</summary>
internal sealed class DemoOutage(IOptions<RegistersOptions> options)
{
    /// <summary>True while the resident register does not answer.</summary>
    public bool Resident { get; set; } = options.Value.Demo.ResidentOutage;

    /// <summary>True while the vehicle register does not answer.</summary>
    public bool Vehicle { get; set; } = options.Value.Demo.VehicleOutage;
}
