using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.SignIn;

/// <summary>Deletes sessions that are over, and sign-ins that led to nothing.</summary>
internal sealed class ForgetSignIns(IDbContextFactory<ParkingDb> databases, TimeProvider time, ILogger<ForgetSignIns> log) : RoundService(TimeSpan.FromMinutes(10), time, log)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var (now, oldest) = (Now, Now - Memory);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.HolderSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await database.HolderSignIns.Where(signIn => signIn.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
