using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>
/// Deletes what nobody fetched in time: results as soon as they cannot be redeemed any more, whole presentations a while later
/// (until then a late browser still learns why it is too late).
/// </summary>
internal sealed class ForgetPresentations(
    IDbContextFactory<VerifierDb> databases, IOptions<VerifierOptions> options, TimeProvider time, ILogger<ForgetPresentations> log)
    : RoundService(TimeSpan.FromSeconds(30), time, log)
{
    private static readonly TimeSpan TraceKept = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var redeemableSince = now - options.Value.Lifetime;
        var tracedSince = redeemableSince - TraceKept;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Presentations
            .Where(one => one.Result != null && one.AnsweredAt <= redeemableSince)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Result, (byte[]?)null), cancellationToken);
        await database.Presentations
            .Where(one => one.EncryptionKey != null && one.ExpiresAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.EncryptionKey, (byte[]?)null), cancellationToken);
        await database.Presentations.Where(one => one.ExpiresAt <= tracedSince).ExecuteDeleteAsync(cancellationToken);
    }
}
