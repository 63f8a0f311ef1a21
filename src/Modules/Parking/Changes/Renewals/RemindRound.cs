using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>Looks from time to time whom to remind.</summary>
internal sealed class RemindRound(RemindHolders remind, IOptions<ParkingOptions> options, TimeProvider time, ILogger<RemindRound> log) : RoundService(options.Value.ReminderInterval, time, log)
{
    /// <inheritdoc />
    public override Task RunRoundAsync(CancellationToken cancellationToken) => remind.ExecuteAsync(cancellationToken);
}
