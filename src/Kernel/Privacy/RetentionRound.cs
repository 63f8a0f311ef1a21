using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Kernel.Privacy;

/// <summary>Deletes, every hour, what has been kept long enough. A kind that fails keeps no other one waiting.</summary>
public sealed partial class RetentionRound(IEnumerable<IRetainedRecords> kinds, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionRound> log)
    : RoundService(TimeSpan.FromHours(1), time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in kinds)
        {
            if (await TryAsync(kind, DeleteAsync, cancellationToken) is > 0 and var deleted)
                Deleted(deleted, kind.Rule.Name);
        }
    }

    private Task<int> DeleteAsync(IRetainedRecords kind, CancellationToken cancellationToken) =>
        kind.DeleteAsync(Now.AddDays(-options.Value.DaysOf(kind.Rule)), cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} records of the kind {Kind}: their time was over")]
    private partial void Deleted(int count, string kind);
}
