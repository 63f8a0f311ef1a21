using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Wallets.Storage;

/// <summary>Deletes what nobody can use any more: proofs that their own time refuses, mailboxes that are over.</summary>
internal sealed class Cleanup(GroupCommit<WalletsDb> writes, TimeProvider time, ILogger<Cleanup> log) : RoundService(TimeSpan.FromMinutes(1), time, log)
{
    /// <inheritdoc />
    public override Task RunRoundAsync(CancellationToken cancellationToken) => writes.RunAsync(
        async database =>
        {
            var now = Now;
            return await database.Relays.Where(relay => relay.ExpiresAt <= now).ExecuteDeleteAsync()
                + await database.UsedProofs.Where(proof => proof.ExpiresAt <= now).ExecuteDeleteAsync();
        },
        cancellationToken);
}
