using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modellstadt.CitizenId;

/// <summary>Goes on with requests for which the register was unreachable, oldest first, and forgets old requests.</summary>
internal sealed partial class RetryLookups(IDbContextFactory<CitizenIdDb> databases, LookUpResident lookUp, TimeProvider time, ILogger<RetryLookups> log) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>One round; ends at the first silence, since the register is then still away.</summary>
    public async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var oldest = time.GetUtcNow() - Memory;
        await database.Requests.Where(request => request.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var waiting = await database.Requests.AsNoTracking()
            .Where(request => request.State == IdentificationState.Looking)
            .OrderBy(request => request.CreatedAt)
            .Select(request => request.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            if (await lookUp.ExecuteAsync(id, cancellationToken) is IdentificationState.Looking)
                return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunRoundAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of asking the register again failed")]
    private partial void RoundFailed(Exception failure);
}
