using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modellstadt.Kernel.Rounds;

/// <summary>
/// Work that comes round again until the process ends. A round that fails is logged and keeps no later one away, not even when a deadline of its
/// own ran out.
/// </summary>
/// <param name="pause">From the beginning of one round to that of the next; the first one waits as long.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failed rounds are told.</param>
public abstract partial class RoundService(TimeSpan pause, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>The present.</summary>
    protected DateTimeOffset Now => time.GetUtcNow();

    /// <summary>One round.</summary>
    public abstract Task RunRoundAsync(CancellationToken cancellationToken);

    /// <summary>The part of a round that is about one case; a failure is logged and holds up no other case.</summary>
    /// <returns>What the step returned; null when it failed.</returns>
    protected async Task<TOutcome?> TryAsync<TCase, TOutcome>(TCase about, Func<TCase, CancellationToken, Task<TOutcome>> step, CancellationToken cancellationToken)
        where TCase : notnull
        where TOutcome : struct
    {
        ArgumentNullException.ThrowIfNull(step);
        try
        {
            return await step(about, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            CaseFailed(failure, about);
            return null;
        }
    }

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunRoundAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(failure, pause);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Case} failed in this round; the others go on")]
    private partial void CaseFailed(Exception failure, object @case);

    [LoggerMessage(Level = LogLevel.Error, Message = "This round failed; the next one comes within {Pause}")]
    private partial void RoundFailed(Exception failure, TimeSpan pause);
}
