using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.CitizenId;

/// <summary>Goes on with requests for which the register was unreachable, oldest first.</summary>
internal sealed class RetryLookups(IDbContextFactory<CitizenIdDb> databases, LookUpResident lookUp, TimeProvider time, ILogger<RetryLookups> log)
    : RoundService(TimeSpan.FromSeconds(5), time, log)
{
    private const int BatchSize = 50;

    /// <summary>One round; ends at the first silence, since the register is then still away.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await database.Requests.AsNoTracking()
            .Where(request => request.State == IdentificationState.Looking)
            .OrderBy(request => request.CreatedAt)
            .Select(request => request.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            if (await TryAsync(id, lookUp.ExecuteAsync, cancellationToken) is IdentificationState.Looking)
                return;
        }
    }
}
