using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>A holder who moved and has not answered in time: the case goes to a clerk, unless the permit fits the new home by now or is over.</summary>
internal sealed class AskClerkAboutMoves(
    IDbContextFactory<ParkingDb> databases, ApplicationJournal journal, IOptions<ParkingOptions> options, TimeProvider time, ILogger<AskClerkAboutMoves> log)
    : RoundService(TimeSpan.FromHours(1), time, log)
{
    /// <summary>One round.</summary>
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var limit = Now.AddDays(-options.Value.MoveAnswerDays);
        var due = await database.Applications.AsNoTracking()
            .Where(application => application.Origin == ApplicationOrigin.Register && application.State == ApplicationState.WaitingForConfirmation && application.CreatedAt <= limit)
            .Select(application => application.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
            await TryAsync(id, AskAsync, cancellationToken);
    }

    private async Task<bool> AskAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleAsync(application => application.Id == id, cancellationToken);
        var permit = await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == application.PermitId, cancellationToken);
        if (permit is null || permit.EndedAt is not null || permit.Zone == PermitProposal.Read(application.Proposal!).ZoneId)
            database.Applications.Remove(application);
        else
            journal.LayBefore(database, application, new MovedElsewhere());

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
