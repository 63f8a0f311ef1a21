using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Registers;

/// <summary>Asks the registers' servers again and again for what is new.</summary>
internal sealed class FollowRounds(
    FollowServer follow, ServedResidents residents, ServedVehicles vehicles, IOptions<RegistersOptions> options, TimeProvider time, ILogger<FollowRounds> log)
    : RoundService(options.Value.LookInterval, time, log)
{
    /// <summary>One round.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Residents.Source is RegisterSource.Http)
            await follow.ExecuteAsync("residents", residents.Server, cancellationToken);
        if (options.Value.Vehicles.Source is RegisterSource.Http)
            await follow.ExecuteAsync("vehicles", vehicles.Server, cancellationToken);
    }
}
