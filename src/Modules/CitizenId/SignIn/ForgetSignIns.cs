using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>Deletes sign-ins that led to nothing.</summary>
internal sealed class ForgetSignIns(IDbContextFactory<CitizenIdDb> databases, TimeProvider time, ILogger<ForgetSignIns> log) : RoundService(TimeSpan.FromMinutes(10), time, log)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var oldest = Now - Memory;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.SignIns.Where(signIn => signIn.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
