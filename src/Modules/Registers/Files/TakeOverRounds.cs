using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Registers;

/// <summary>Looks for finished files again and again.</summary>
internal sealed class TakeOverRounds(
    TakeOverExport<Resident, StoredResident> residents, TakeOverExport<KeptVehicle, StoredVehicle> vehicles, IOptions<RegistersOptions> options, TimeProvider time, ILogger<TakeOverRounds> log)
    : RoundService(options.Value.LookInterval, time, log)
{
    /// <summary>One look. Persons first: whoever hears of a vehicle may ask who keeps it.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await residents.ExecuteAsync(cancellationToken);
        await vehicles.ExecuteAsync(cancellationToken);
    }
}
